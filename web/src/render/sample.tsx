// A form of the order as it looks when filled in: a paper on the page, with a stamp that says it is a sample.
//
// The stamp is text like any other: it is read aloud, copied and printed with the form.
// SPDX-License-Identifier: MIT
interface SampleProps {
  readonly stamp: string;
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly level?: 2 | 4;
}

export function SampleForm({ stamp, title, rows, level = 2 }: SampleProps) {
  const Heading = level === 2 ? "h2" : "h4";
  return (
    <section class="q-sample">
      <p class="q-sample__stamp">{stamp}</p>
      <Heading class="govuk-heading-s">{title}</Heading>
      <dl>
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

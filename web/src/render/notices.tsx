// Notices: what a screen says besides its question. Each kind differs by more than colour: a sign, a title, a frame.
// SPDX-License-Identifier: MIT
import type { Notice, NoticeKind } from "../screen.ts";
import { SampleForm } from "./sample.tsx";
import { Bullets, Details, LawList, Paragraphs, linesOf } from "./text.tsx";

const signs: Partial<Record<NoticeKind, string>> = { warning: "!", stop: "!", success: "\u2713", info: "i" };

function Framed({ notice }: { notice: Notice }) {
  const { id, kind, title, text, law } = notice;
  const Heading = title ? "h2" : "span";
  return (
    <section class={`q-notice q-notice--${kind}`} id={`n-${id}`} tabIndex={-1}>
      <span class="q-notice__sign" aria-hidden="true">
        {signs[kind]}
      </span>
      <div class="q-notice__body">
        {title && <Heading class="govuk-heading-s">{title}</Heading>}
        <Paragraphs text={text} />
        <LawList law={law} />
      </div>
    </section>
  );
}

function NoticeView({ notice }: { notice: Notice }) {
  const { kind, title, text, law } = notice;
  switch (kind) {
    case "details":
      return (
        <Details title={title ?? ""}>
          <Paragraphs text={text} />
          <LawList law={law} />
        </Details>
      );
    case "note":
      return (
        <section class="q-note">
          {title && <h2 class="govuk-heading-s">{title}</h2>}
          <Paragraphs text={text} />
          <LawList law={law} />
        </section>
      );
    case "sample": {
      const [stamp = "", ...rows] = linesOf(text);
      const cells = rows.map((row) => row.split("\t"));
      return (
        <>
          <SampleForm
            stamp={stamp}
            title={title ?? ""}
            rows={cells.map(([label = "", value = ""]) => ({ label, value }))}
          />
          <LawList law={law} />
        </>
      );
    }
    case "list":
      return (
        <section class="q-section">
          {title && <h2 class="govuk-heading-s">{title}</h2>}
          <Bullets text={text} />
          <LawList law={law} />
        </section>
      );
    default:
      // A plain word needs no frame.
      if (kind === "info" && !title && !law?.length) return <Paragraphs text={text} />;
      return <Framed notice={notice} />;
  }
}

export function Notices({ notices }: { notices: readonly Notice[] }) {
  return notices.map((notice) => <NoticeView key={notice.id} notice={notice} />);
}

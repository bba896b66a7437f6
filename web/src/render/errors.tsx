// The error summary: on top, focused when it appears, each line a link to its field.
// SPDX-License-Identifier: MIT
import { fieldId, type View } from "./view.ts";

export const errorSummaryId = "errors";

export function ErrorSummary({ screen, on }: View) {
  if (!screen.errors?.length) return null;
  return (
    <div class="govuk-error-summary" id={errorSummaryId} tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{screen.chrome?.["error_title"]}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {screen.errors.map(({ field, text }, i) => (
              <li key={i}>
                {field ? (
                  <a
                    href={`#${fieldId(field)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      on.focus(fieldId(field));
                    }}
                  >
                    {text}
                  </a>
                ) : (
                  text
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

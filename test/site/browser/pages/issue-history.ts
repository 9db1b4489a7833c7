import { type Html, html } from "../html";
import type { History } from "./jira-shapes";
import { personName } from "./parts";
import { instantText } from "./words";

/** Who changed what, newest first. */
export function historySection(history: readonly History[]): Html {
  const newest = [...history].reverse();
  return html`<section class="history">
    <h2>History</h2>
    ${newest.length === 0 ? html`<p class="empty">Nothing has changed yet.</p>` : undefined}
    <ol>
      ${newest.map(
        ({ author, created, items }) =>
          html`<li>
            <p>
              ${author ? personName(author) : "Jira"}
              <time class="muted">${instantText(created)}</time>
            </p>
            ${items.map(
              (item) =>
                html`<p class="change">
                  <span class="change-field">${item.field}</span>
                  <span class="from">${textOf(item.fromString)}</span>
                  <span aria-label="became">→</span>
                  <span>${textOf(item.toString)}</span>
                </p>`,
            )}
          </li>`,
      )}
    </ol>
  </section>`;
}

function textOf(value: string | null | undefined): string {
  return value === null || value === undefined || value === "" ? "None" : value;
}

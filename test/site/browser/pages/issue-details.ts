import { z } from "zod/mini";
import { type Html, html, type Part } from "../html";
import type { Issue } from "./jira-shapes";
import { personName, statusLozenge } from "./parts";
import { dayText, instantText } from "./words";

const secondsPerHour = 3600;

/** The fields of an issue as names and values; of those without a value only the common ones are listed. */
export function detailsPanel({ fields }: Issue, names: FieldNames): Html {
  const common: readonly Row[] = [
    ["Assignee", personName(fields.assignee)],
    ["Parent", parentLink(fields.parent)],
    ["Priority", fields.priority?.name],
    ["Resolution", fields.resolution?.name ?? "Unresolved"],
    ["Labels", fields.labels?.join(", ")],
    ...storyPoints(fields, names),
  ];
  const further: readonly Row[] = [
    ["Reporter", fields.reporter ? personName(fields.reporter) : undefined],
    ["Components", fields.components?.map((each) => each.name).join(", ")],
    ["Fix versions", fields.fixVersions?.map((each) => each.name).join(", ")],
    ...customRows(fields, names),
    ["Original estimate", hours(fields.timeoriginalestimate)],
    ["Due date", dayText(fields.duedate)],
  ];
  const rows = [...common, ...further.filter(([, value]) => !isEmpty(value))];
  return html`<details class="panel" open>
    <summary>Details</summary>
    <dl class="details">
      ${rows.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${isEmpty(value) ? html`<span class="muted">None</span>` : value}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
}

/** When the issue was made, changed and resolved. */
export function issueDates({ fields }: Issue): Html {
  const dates = [
    ["Created", fields.created],
    ["Updated", fields.updated],
    ["Resolved", fields.resolutiondate],
  ] as const;
  return html`<p class="issue-dates">
    ${dates.map(([name, date]) => date && html`<span>${name} ${instantText(date)}</span>`)}
  </p>`;
}

type Row = readonly [string, Part];

/** Ids of fields with their names, as GET /rest/api/3/field tells them. */
export type FieldNames = Readonly<Record<string, string>>;

/** Jira Cloud calls the field "Story Points" or, in team-managed projects, "Story point estimate". */
const storyPointNames = ["Story Points", "Story points", "Story point estimate"];

/** Story points can be set here, because an unsized issue is what widens a goal's interval. */
function storyPoints(fields: Readonly<Record<string, unknown>>, names: FieldNames): readonly Row[] {
  const found = Object.entries(names).find(([, name]) => storyPointNames.includes(name));
  if (found === undefined) return [];
  const [id, name] = found;
  const points = fields[id];
  return [
    [
      name,
      html`<input
        type="number"
        min="0"
        step="any"
        class="inline-edit"
        data-edit-field="${id}"
        aria-label="${name}"
        value="${typeof points === "number" ? points : ""}"
        placeholder="None"
        autocomplete="off"
      />`,
    ],
  ];
}

function parentLink(parent: Issue["fields"]["parent"]): Part {
  if (!parent) return undefined;
  return html`<a href="/browse/${parent.key}">${parent.key} ${parent.fields.summary}</a>
    ${statusLozenge(parent.fields.status)}`;
}

const customValue = z.union([
  z.number(),
  z.string(),
  z.array(z.looseObject({ name: z.string() })),
  z.looseObject({ value: z.string() }),
]);

const ownRow = new Set([...storyPointNames, "Rank"]);

/** Custom fields that carry a plain value, under the names that Jira gives them. */
function customRows(
  fields: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
): readonly Row[] {
  return Object.entries(fields).flatMap(([id, value]) => {
    const parsed = z.safeParse(customValue, value);
    const name = names[id] ?? id;
    if (!id.startsWith("customfield_") || !parsed.success || ownRow.has(name)) return [];
    return [[name, customText(parsed.data)]];
  });
}

function customText(value: z.infer<typeof customValue>): string {
  if (typeof value === "number" || typeof value === "string") return String(value);
  if ("value" in value) return value.value;
  return value.map((each) => each.name).join(", ");
}

function hours(seconds: number | null | undefined): string | undefined {
  if (seconds === null || seconds === undefined) return undefined;
  return `${String(Math.round((seconds / secondsPerHour) * 10) / 10)} h`;
}

function isEmpty(value: Part): boolean {
  return value === undefined || value === null || value === "";
}

import { z } from "zod/mini";

const rows = z.array(z.looseObject({ url: z.string(), data: z.looseObject({}) }));
const keyed = z.looseObject({ key: z.string() });
const sprints = z.array(z.looseObject({ originBoardId: z.number() }));
const agileIssue = z.looseObject({
  key: z.string(),
  fields: z.looseObject({
    closedSprints: z.optional(z.nullable(sprints)),
    sprint: z.optional(z.nullable(z.looseObject({ originBoardId: z.number() }))),
  }),
});

/** The bodies in rows as DevLake stores what it read, with the addresses they came from. */
export function bodiesOf(stored: unknown) {
  return rows.parse(stored);
}

/** One body for each key: the same issue may have been read twice. */
export function distinct(issues: readonly unknown[]): readonly unknown[] {
  return [...new Map(issues.map((issue) => [keyed.parse(issue).key, issue])).values()];
}

/** Issues of Jira Software with their sprints in the field in which the platform has them. */
export function fromAgile(issues: readonly unknown[]): readonly unknown[] {
  return issues.map((issue) => {
    const { fields, ...rest } = agileIssue.parse(issue);
    const { sprint, closedSprints, ...others } = fields;
    const all = [...(closedSprints ?? []), ...(sprint ? [sprint] : [])];
    const inField = all.map(({ originBoardId, self: _self, ...each }) => ({
      ...each,
      boardId: originBoardId,
    }));
    return {
      ...rest,
      fields: { ...others, customfield_10020: inField.length === 0 ? null : inField },
    };
  });
}

const namedFields = z.array(z.looseObject({ id: z.string(), name: z.string() }));
const byName = z.looseObject({
  fields: z.record(z.string(), z.unknown()),
  changelog: z.array(z.unknown()),
});

/** Issues as jira-timeline-report keeps them, with the names of their fields and the list of changes turned back. */
export function fromTimelineReport(issues: unknown, fieldList: unknown): readonly unknown[] {
  const ids = new Map(namedFields.parse(fieldList).map(({ id, name }) => [name, id]));
  return z
    .array(byName)
    .parse(issues)
    .map((issue) => ({
      ...issue,
      fields: Object.fromEntries(
        Object.entries(issue.fields).map(([name, value]) => [ids.get(name) ?? name, value]),
      ),
      changelog: { histories: issue.changelog },
    }));
}

const history = z.looseObject({
  created: z.string(),
  items: z.array(z.looseObject({ field: z.string(), to: z.nullable(z.string()) })),
});

/** An issue of which nothing but its recorded changes, oldest first, is known. */
export function issueAround(id: string, histories: readonly unknown[]) {
  const read = z.array(history).parse(histories);
  const last = read.at(-1)?.created;
  return {
    id,
    key: `CL-${id}`,
    fields: {
      summary: "",
      issuetype: { name: "Task" },
      status: { id: "1", name: "Open", statusCategory: { key: "new" } },
      created: read[0]?.created,
      updated: last,
    },
    changelog: { histories },
  };
}

import * as z from "zod/mini";
import type { GoalLink } from "../domain/goal";
import type { LinkStore } from "../use-cases/store-ports";
import type { Database } from "./database";
import { flag, id, instant } from "./decoders";
import { linkSql } from "./sql/link-sql";
import { chunksOf, rowsPerStatement, type Value } from "./statement";
import { flagValue, idValue, instantOrNull, instantValue } from "./values";

/** A link's columns, whatever brings its issues, beside why it is broken. */
export const sharedColumns = {
  id,
  goal_id: id,
  descendants: flag,
  created_by: z.string(),
  created_ms: instant,
  read_ms: z.nullable(instant),
};
const shared = { ...sharedColumns, broken: z.nullable(z.string()) };
/** A link's columns beside these. */
export const linkColumnsWith = <T extends z.core.$ZodShape>(more: T) =>
  z.discriminatedUnion("kind", [
    z.object({ ...shared, ...more, kind: z.literal("issue"), issue_id: id }),
    z.object({ ...shared, ...more, kind: z.literal("rule"), jql: z.string() }),
  ]);
const linkColumns = linkColumnsWith({});

/** A link as its columns hold it. */
export const linkRecord = z.pipe(linkColumns, z.transform(linkOf));

const pageSize = 500;

export function linkStore(database: Database): LinkStore {
  return {
    ofGoal: (goalId) => database.rows(linkSql.ofGoal, [idValue(goalId)], linkRecord),
    byId: async (linkId) => {
      const [link] = await database.rows(linkSql.byId, [idValue(linkId)], linkRecord);
      return link ?? null;
    },
    ofIssue: (issueId) => database.rows(linkSql.ofIssue, [idValue(issueId)], linkRecord),
    rules: () => everyRule(database),
    insert: async (links) => {
      for (const chunk of chunksOf(links, rowsPerStatement)) {
        await database.write(linkSql.insert(chunk.length), chunk.flatMap(valuesOf));
      }
    },
    remove: async (linkId) => {
      const [link] = await database.rows(linkSql.byId, [idValue(linkId)], linkRecord);
      if (link === undefined) return;
      await database.write(linkSql.remove, [idValue(linkId)]);
      await database.write(linkSql.removeMembers, [idValue(link.goalId), idValue(linkId)]);
    },
    goalsToRead: async (madeBefore) => {
      const rows = await database.rows(linkSql.unread, [instantValue(madeBefore)], ofGoal);
      return rows.map((row) => row.goal_id);
    },
    goalsReadBefore: async (before, most) => {
      const rows = await database.rows(linkSql.readBefore(most), [instantValue(before)], ofGoal);
      return rows.map((row) => row.goal_id);
    },
  };
}

const ofGoal = z.object({ goal_id: id });

async function everyRule(database: Database): Promise<readonly GoalLink[]> {
  const links: GoalLink[] = [];
  for (;;) {
    const after = idValue(links.at(-1)?.id ?? "0");
    const page = await database.rows(linkSql.rules(pageSize), [after], linkRecord);
    links.push(...page);
    if (page.length < pageSize) return links;
  }
}

export function linkOf(columns: z.output<typeof linkColumns>): GoalLink {
  const common = {
    id: columns.id,
    goalId: columns.goal_id,
    descendants: columns.descendants,
    createdBy: columns.created_by,
    createdAt: columns.created_ms,
    readAt: columns.read_ms,
    broken: columns.broken,
  };
  return columns.kind === "issue"
    ? { ...common, kind: "issue", issueId: columns.issue_id }
    : { ...common, kind: "rule", jql: columns.jql };
}

const valuesOf = (link: GoalLink): readonly Value[] => [
  idValue(link.id),
  idValue(link.goalId),
  link.kind,
  link.kind === "issue" ? idValue(link.issueId) : null,
  link.kind === "rule" ? link.jql : null,
  flagValue(link.descendants),
  link.createdBy,
  instantValue(link.createdAt),
  0,
  0,
  instantOrNull(link.readAt),
  link.broken,
];

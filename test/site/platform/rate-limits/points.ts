import { isRead } from "./reads";

/** What a call of Jira costs of the hourly points. */
export type Cost = (call: {
  readonly operation: string;
  readonly status: number;
  readonly body: string;
}) => number;

/**
 * 1 for the call, 1 for each thing read, 2 for each identity read (user, group, role, permission); a write costs 1.
 * Atlassian publishes the prices but not which answers count as how many things: this table is ours.
 */
export const costOf: Cost = ({ operation, status, body }) => {
  if (status >= 400) return base;
  if (!isRead(operation)) return base;
  const weight = /\/(?:users?|groups?|role|myself|mypermissions|permissions)(?:\/|$)/.test(
    operation,
  )
    ? identity
    : thing;
  return base + weight * thingsIn(body);
};

const base = 1;
const thing = 1;
const identity = 2;

/** Members under which an answer lists what was read. */
const lists = [
  "issues",
  "values",
  "issueChangeLogs",
  "histories",
  "projectPermissions",
  "matches",
  "queries",
  "users",
  "groups",
  "transitions",
];

function thingsIn(body: string): number {
  if (body === "") return 0;
  const read: unknown = JSON.parse(body);
  if (Array.isArray(read)) return read.length;
  if (typeof read !== "object" || read === null) return 1;
  const members = Object.entries(read);
  const listed = members.flatMap(([name, value]: [string, unknown]) =>
    lists.includes(name) && Array.isArray(value) ? [value.length] : [],
  );
  return listed.length === 0 ? 1 : listed.reduce((sum, length) => sum + length, 0);
}

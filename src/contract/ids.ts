import * as z from "zod/mini";

/** A goal's id: decimal text of a 53-bit integer. */
export const goalId = z.string().check(z.regex(/^[1-9]\d{0,15}$/));
/** A Jira issue id as Jira sends it: decimal text. */
export const issueId = z.string().check(z.regex(/^[1-9]\d{0,18}$/));
/** An issue key as typed by a person; matched case-insensitively. */
export const issueKey = z
  .string()
  .check(z.trim(), z.regex(/^[A-Za-z][A-Za-z0-9_]{0,59}-[1-9]\d{0,9}$/));
export const linkId = z.string().check(z.regex(/^[1-9]\d{0,15}$/));
export const accountId = z.string().check(z.minLength(1), z.maxLength(128));
/** A calendar day in the site's time zone: 2026-03-16. */
export const day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
/** An instant as ISO 8601 text in UTC. */
export const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/));
/** Made once per user action by the browser; a repeated write with the same key changes nothing and answers the same. */
export const idempotencyKey = z.string().check(z.regex(/^[A-Za-z0-9-]{8,64}$/));

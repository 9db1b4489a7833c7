import { z } from "zod/mini";
import type { KnownPerson } from "./people";
import type { History } from "./jira-histories";
import type { JiraIssue } from "./jira-issue";

const person = z.looseObject({
  accountId: z.string().check(z.minLength(1)),
  displayName: z.string().check(z.minLength(1)),
  emailAddress: z.optional(z.string()),
});

/** The people that these issues and histories name, by account id. */
export function peopleIn(
  issues: readonly JiraIssue[],
  histories: readonly History[],
): ReadonlyMap<string, KnownPerson> {
  const named = [
    ...issues.flatMap(({ fields }) => [fields.assignee, fields.reporter]),
    ...histories.map(({ author }) => author),
  ];
  return new Map(
    named.flatMap((one) => {
      const parsed = person.safeParse(one);
      if (!parsed.success) return [];
      const { accountId, displayName, emailAddress } = parsed.data;
      const address = emailAddress === undefined ? {} : { emailAddress };
      return [[accountId, { displayName, ...address }] as const];
    }),
  );
}

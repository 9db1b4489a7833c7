import { groupsOf, groups } from "../groups";
import type { StoredIssue } from "../store/issue";
import type { JqlCall, JqlContext, JqlField } from "./field";
import { invalid } from "./refusal";
import { noSuchValue } from "./resolve-named";

type Reference = Extract<JqlField, { kind: "reference" }>;

/** A field that holds a person; people are found by account id or, as on sites that still allow it, by name. */
export function personField(accountOf: (issue: StoredIssue) => string | null): Reference {
  return {
    kind: "reference",
    values: (issue) => {
      const accountId = accountOf(issue);
      return accountId === null ? [] : [accountId];
    },
    resolve: (value, field, context) => {
      const accounts = accountsOf(context);
      if (accounts.includes(value.text)) return [value.text];
      const wanted = value.text.toLowerCase();
      const named = accounts.filter((id) => nameOf(id, context)?.toLowerCase() === wanted);
      if (named.length === 0) throw noSuchValue(value, field);
      return named;
    },
    call: peopleOf,
    sortKey: (issue, context) => {
      const accountId = accountOf(issue);
      return accountId === null ? null : (nameOf(accountId, context) ?? accountId);
    },
  };
}

function nameOf(accountId: string, { world }: JqlContext): string | undefined {
  return (
    world.users.find((user) => user.accountId === accountId)?.displayName ??
    world.store.catalog.people.get(accountId)?.displayName
  );
}

function accountsOf({ world }: JqlContext): readonly string[] {
  const { users, store, appAccountId } = world;
  const accounts = [...users.map(({ accountId }) => accountId), ...store.catalog.people.keys()];
  return [...new Set([...accounts, appAccountId])];
}

function peopleOf({ name, args }: JqlCall, { world, asker }: JqlContext) {
  if (name === "currentuser") return [asker.accountId];
  if (name !== "membersof") return undefined;
  const group = groups.find((each) => each.name.toLowerCase() === (args[0] ?? "").toLowerCase());
  if (group === undefined) {
    throw invalid(`Function 'membersOf' can not find the group '${args[0] ?? ""}'.`);
  }
  return world.users
    .filter((user) => groupsOf(user).includes(group))
    .map(({ accountId }) => accountId);
}

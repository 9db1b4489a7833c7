/** A project as it is called now. */
export type CalledProject = { readonly id: string; readonly key: string; readonly name: string };

/**
 * Whether a value in JQL means a project: "by key" where only the keys that the project had before could tell. Jira takes
 * ids, names, and keys, old ones too; a key begins with a letter and has no space in it.
 * https://support.atlassian.com/jira-software-cloud/docs/jql-fields/
 */
export function meansProject(value: string, { id, key, name }: CalledProject): Meaning {
  const wanted = folded(value);
  if ([id, key, name].some((call) => folded(call) === wanted)) return "yes";
  return /^\d+$/.test(wanted) || /\S\s\S/.test(wanted) ? "no" : "by key";
}

type Meaning = "yes" | "no" | "by key";

/** Alike for Jira in any letter case; that this takes more for alike only asks more often. */
export const folded = (text: string): string =>
  text.normalize("NFKC").trim().replace(/\s+/g, " ").toUpperCase().toLowerCase();

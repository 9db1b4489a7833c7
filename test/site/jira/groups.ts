import type { SiteUser } from "./site-user";

export type Group = { readonly name: string; readonly groupId: string };

const everybody: Group = {
  name: "jira-software-users",
  groupId: "276f955c-63d7-42c8-9520-92d01dca0625",
};
const administrators: Group = {
  name: "jira-administrators",
  groupId: "6e87dc72-4f1f-421f-9382-2fee8b652487",
};

/** The groups of the local site: everybody who can sign in, and the administrators. */
export const groups: readonly Group[] = [administrators, everybody];

export function groupsOf({ admin }: SiteUser): readonly Group[] {
  return admin ? groups : [everybody];
}

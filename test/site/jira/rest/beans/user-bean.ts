import type { World } from "../../world";

export type UserBean = {
  readonly self: string;
  readonly accountId: string;
  readonly accountType: "atlassian" | "app";
  /** Only where the person's privacy settings allow it. */
  readonly emailAddress?: string;
  readonly avatarUrls: Readonly<Record<string, string>>;
  readonly displayName: string;
  readonly active: boolean;
  readonly timeZone: string;
};

/** An account as it stands in issues and histories; null for nobody. */
export function userBean(world: World, accountId: string | null): UserBean | null {
  if (accountId === null) return null;
  const user = world.users.find((each) => each.accountId === accountId);
  const isApp = accountId === world.appAccountId;
  const emailAddress = world.store.catalog.people.get(accountId)?.emailAddress;
  return {
    self: `${world.siteUrl}/rest/api/3/user?accountId=${accountId}`,
    accountId,
    accountType: isApp ? "app" : "atlassian",
    ...(emailAddress === undefined ? {} : { emailAddress }),
    avatarUrls: avatarUrls(world.siteUrl, accountId),
    displayName: isApp ? "Throughline" : displayName(world, accountId),
    active: true,
    timeZone: user?.timeZone ?? "UTC",
  };
}

function displayName(world: World, accountId: string): string {
  const user = world.users.find((each) => each.accountId === accountId);
  return user?.displayName ?? world.store.catalog.people.get(accountId)?.displayName ?? accountId;
}

export function avatarUrls(siteUrl: string, of: string): Readonly<Record<string, string>> {
  const sizes = ["16x16", "24x24", "32x32", "48x48"];
  return Object.fromEntries(sizes.map((size) => [size, `${siteUrl}/avatar/${of}?size=${size}`]));
}

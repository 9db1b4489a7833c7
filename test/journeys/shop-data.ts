import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SiteData } from "../site/assembly/site-data";
import { day, line, statuses } from "../site/jira/fixture/lines";
import type { IssueLine } from "../site/jira/import/issue-line";
import type { SiteUser } from "../site/jira/site-user";

/** Where the shop's clock starts: long enough after everything that what is Done has settled. */
const now = Date.parse(day(31));

/** Names as the user switch shows them. */
export const people = {
  administrator: "Ada Admin",
  /** Sees the shop and the vault. */
  lead: "Lena Lead",
  /** Sees the shop only. */
  outsider: "Otto Outside",
  /** Sees no project. */
  guest: "Gus Guest",
} as const;

const user = (id: number, displayName: string, projects: readonly string[]): SiteUser => ({
  accountId: `5f00000000000000000000${String(id)}`,
  displayName,
  admin: false,
  projects,
  securityLevels: [],
});

const users: readonly SiteUser[] = [
  user(12, people.lead, ["SHOP", "VAULT"]),
  { ...user(11, people.administrator, []), admin: true, projects: "all", securityLevels: "all" },
  user(13, people.outsider, ["SHOP"]),
  user(14, people.guest, []),
];

const done = { status: "Done", resolution: "Done", resolved: day(2) } as const;

const inShop = (n: number, changes: Partial<IssueLine>) =>
  line(n, { project: "SHOP", projectName: "Shop", key: `SHOP-${String(n)}`, ...changes });

const inVault = (n: number, changes: Partial<IssueLine> = {}) =>
  line(100 + n, {
    project: "VAULT",
    projectName: "Vault",
    key: `VAULT-${String(n)}`,
    summary: `Merger step ${String(n)}`,
    ...changes,
  });

const release = [{ id: "501", name: "1.0", released: false, releaseDate: "2024-02-15" }];

/**
 * SHOP-1 is an epic of four stories: two Done, one In Progress, one To Do. SHOP-11 and SHOP-12 are bugs to do with
 * the label `checkout`. Version 1.0 holds all stories and bugs. The vault holds six issues, two of them Done.
 */
export const shopLines: readonly IssueLine[] = [
  inShop(1, { type: "Epic", hierarchyLevel: 1, summary: "One-page checkout" }),
  story(2, "Address form on one page", done),
  story(3, "Guest email step", done),
  story(4, "Payment step", { status: "In Progress" }),
  story(5, "Order summary"),
  bug(11, "Total is wrong after a coupon"),
  bug(12, "Back button empties the cart"),
  inVault(1, done),
  inVault(2, done),
  ...[3, 4, 5, 6].map((n) => inVault(n)),
].map((each) => ({ ...each, historyBasis: "none" }));

function story(n: number, summary: string, changes: Partial<IssueLine> = {}): IssueLine {
  return inShop(n, { epic: "SHOP-1", summary, fixVersions: release, ...changes });
}

function bug(n: number, summary: string): IssueLine {
  return inShop(n, { type: "Bug", summary, labels: ["checkout"], fixVersions: release });
}

/** A small company whose numbers can be told by heart. */
export function shop(lines = shopLines): SiteData {
  return { exports: [{ name: "shop", lines, statuses }], users, goals: [], now };
}

/** A company before its first issue and goal. */
export function emptyCompany(): SiteData {
  return shop([]);
}

/** Writes the shop as an export, as `--data` reads it, and says where. */
export function exportedShop(): string {
  const folder = mkdtempSync(join(tmpdir(), "throughline-export-"));
  const lines = shopLines.filter(({ project }) => project === "SHOP");
  writeFileSync(
    join(folder, "shop.jsonl"),
    lines.map((each) => `${JSON.stringify(each)}\n`).join(""),
  );
  writeFileSync(join(folder, "shop.statuses.json"), JSON.stringify({ statuses }));
  return folder;
}

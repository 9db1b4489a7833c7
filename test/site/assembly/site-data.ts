import { generateCompany } from "../company/company";
import { usersForExports } from "../jira/default-users";
import { lastChangeAt, type ExportedIssues } from "../jira/import/exported-issues";
import { readExports } from "../jira/import/read-exports";
import type { SiteUser } from "../jira/site-user";
import type { GoalSeed } from "./seed-goals";

/** What a site is filled with. */
export type SiteData = {
  readonly exports: readonly ExportedIssues[];
  readonly users: readonly SiteUser[];
  readonly securityLevelOf?: (key: string) => string | null;
  readonly goals: readonly GoalSeed[];
  /** Where the clock starts unless told otherwise: just after the last thing the data know of. */
  readonly now: number;
};

const companySeed = 1;
const second = 1000;

/** Reads exports from a file or folder, or generates the company where there is none. */
export async function loadData(path: string | undefined): Promise<SiteData> {
  if (path === undefined) return companyData();
  const exports = await readExports(path);
  return { exports, goals: [], now: lastChangeAt(exports) + second, ...usersForExports(exports) };
}

function companyData(): SiteData {
  const { lines, statuses, users, goals, now } = generateCompany(companySeed);
  return { exports: [{ name: "company", lines, statuses }], users, goals, now };
}

import { subHours } from "date-fns";
import type { AccountStore, ReportAccounts } from "./personal-data-ports";

type Reporting = {
  readonly accounts: AccountStore;
  readonly report: ReportAccounts;
  readonly now: Date;
};

/**
 * The cycle in which an app must report is seven days (developer.atlassian.com, User privacy guide). The daily schedule
 * may come a little early, so a report is due half a day before.
 */
const cycleHours = 6.5 * 24;
/** More at once the platform's own package would send all together. */
const accountsPerReport = 90;

/**
 * Once a week Atlassian is told which accounts the store names. Only ids are kept, so a changed name needs nothing; a
 * closed account is forgotten. A report that was cut off is made again the next day.
 */
export async function reportPersonalData({ accounts, report, now }: Reporting): Promise<void> {
  const reportedAt = await accounts.reportedAt();
  if (reportedAt !== null && reportedAt > subHours(now, cycleHours)) return;
  const all = await accounts.all();
  for (let at = 0; at < all.length; at += accountsPerReport) {
    for (const { accountId, status } of await report(all.slice(at, at + accountsPerReport))) {
      if (status === "closed") await accounts.forget(accountId);
    }
  }
  await accounts.putReportedAt(now);
}

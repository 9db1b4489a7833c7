import { subHours } from "date-fns";
import type { ReportAccounts } from "./personal-data-ports";
import type { Ports } from "./ports";
import { reportedKey } from "./sync/state-keys";

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
export async function reportPersonalData(
  { store, now }: Pick<Ports, "store" | "now">,
  report: ReportAccounts,
): Promise<void> {
  const at = now();
  const reported = await store.states.read(reportedKey);
  if (reported !== null && reported.at > subHours(at, cycleHours)) return;
  const all = await store.accounts.all();
  for (let first = 0; first < all.length; first += accountsPerReport) {
    for (const { accountId, status } of await report(all.slice(first, first + accountsPerReport))) {
      if (status === "closed") await store.accounts.forget(accountId);
    }
  }
  await store.states.write(reportedKey, null, at);
}

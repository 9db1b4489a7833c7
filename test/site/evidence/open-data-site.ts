import { loadData } from "../assembly/site-data";
import { createSite, type Site } from "../site";

/** A site of exported issues whose time stands still. */
export type DataSite = Site & { readonly adminAccountId: string };

/** Opens it as of an instant in epoch milliseconds; null is just after the last change of the data. */
export async function openDataSite(folder: string, at: number | null): Promise<DataSite> {
  const data = await loadData(folder);
  const admin = data.users.find((user) => user.admin);
  if (admin === undefined) throw new Error("The site of these data has no administrator");
  const site = await createSite({
    data,
    now: at ?? data.now,
    seeds: false,
    schedules: false,
    mode: "warm",
    prewarmed: 1,
  });
  return { ...site, adminAccountId: admin.accountId };
}

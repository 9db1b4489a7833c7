/** Later source sites get ids above those of all earlier ones, so that equal ids of two sites stay two things. */
const room = 100_000_000_000;

/** Makes ids of several source sites unique in one site; the first site keeps its own. */
export type SiteIds = (site: string, id: string) => string;

export function createSiteIds(sites: readonly string[]): SiteIds {
  const offsets = new Map([...new Set(sites)].map((site, index) => [site, index * room]));
  return (site, id) => String(Number(id) + (offsets.get(site) ?? 0));
}

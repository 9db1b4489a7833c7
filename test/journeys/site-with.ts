import { createSite, type ServeOptions, type SiteOptions } from "../site/site";
import type { SiteStart } from "./journey";

/** A site of its own for one journey: what it holds, and how its pages are served. */
export function siteWith(options: SiteOptions, serving: ServeOptions = {}): SiteStart {
  return async () => {
    const site = await createSite(options);
    try {
      return await site.serve(serving);
    } catch (error) {
      await site.stop();
      throw error;
    }
  };
}

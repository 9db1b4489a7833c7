import type { RunningSite, Stage } from "./stage";

/** Starts a site for one journey. */
export type SiteStart = () => Promise<RunningSite & { readonly stop: () => Promise<void> }>;

/** One user story, walked in a real browser on a site of its own. */
export type Journey = {
  /** A sentence: who does what and sees what. */
  readonly name: string;
  readonly site: SiteStart;
  readonly walk: (stage: Stage) => Promise<void>;
};

const registered: Journey[] = [];

/** Registers a journey; every *.journey.ts file calls this for each of its stories. */
export function journey(name: string, site: SiteStart, walk: Journey["walk"]): void {
  registered.push({ name, site, walk });
}

export function allJourneys(): readonly Journey[] {
  return registered;
}

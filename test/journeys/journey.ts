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

const leftOut: string[] = [];

/** Registers a journey on recorded data, which the repository does not hold: without a folder it is left out, and said so. */
export function journeyOnData(
  name: string,
  folder: string | undefined,
  story: (folder: string) => Pick<Journey, "site" | "walk">,
): void {
  if (folder === undefined) leftOut.push(name);
  else registered.push({ name, ...story(folder) });
}

export function allLeftOut(): readonly string[] {
  return leftOut;
}

export function allJourneys(): readonly Journey[] {
  return registered;
}

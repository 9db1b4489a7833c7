import { loadData } from "../site/assembly/site-data";
import { createSite, type Site } from "../site/site";
import { inSeconds, type Figure } from "./figure";
import { goalOfRule, type BenchGoal } from "./goal-of-rule";

/** Loads a site and makes a goal of the issues of its largest project, both timed; the caller stops the site. */
export async function loadAndRoll(data: string | undefined): Promise<{
  readonly site: Site;
  readonly goal: BenchGoal;
  readonly figures: readonly Figure[];
}> {
  const [loaded, loading] = await timed(() => loadData(data));
  const [site, starting] = await timed(() =>
    // What an hour's points and a second's statements allow is not what is measured here.
    createSite({ data: loaded, seeds: false, jiraLimits: false, sqlRates: false }),
  );
  const { key, issues, total } = largestProject(loaded.exports);
  const [goal, rolling] = await timed(() => goalOfRule(site, `project = "${key}"`));
  const figures = [
    { name: `reading ${String(total)} issues`, value: inSeconds(loading) },
    { name: "starting the site with them", value: inSeconds(starting) },
    {
      name: `reading and rolling up a goal of ${String(issues)} issues of ${key}`,
      value: inSeconds(rolling),
    },
  ];
  return { site, goal, figures };
}

function largestProject(
  exports: readonly { readonly lines: readonly { readonly project: string }[] }[],
) {
  const projects = exports.flatMap(({ lines }) => lines.map(({ project }) => project));
  const counts = new Map<string, number>();
  for (const project of projects) counts.set(project, (counts.get(project) ?? 0) + 1);
  const [largest] = [...counts].sort(([, a], [, b]) => b - a);
  if (largest === undefined) throw new Error("the data hold no issue");
  const [key, issues] = largest;
  return { key, issues, total: projects.length };
}

async function timed<T>(act: () => Promise<T>): Promise<readonly [T, number]> {
  const began = performance.now();
  const result = await act();
  return [result, performance.now() - began];
}

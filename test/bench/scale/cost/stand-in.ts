import type { MeasuredSite } from "../measure-site";
import { type MeasuredWhole, worksOfMonth } from "./month";

/** A measured site for a site of the model, and which of its works another was measured for. */
export type StandIn = {
  readonly measured: MeasuredWhole;
  readonly borrowed: readonly Borrowed[];
};
type Borrowed = { readonly work: string; readonly of: MeasuredSite };
type Size = Pick<MeasuredSite, "issues" | "goals">;

/**
 * The measured site of this size; where there is none, the largest, which the page then names. Works and the packed month
 * that were not measured of it are those of the measured site with most goals of which they are known.
 */
export function standInFor(site: Size, all: readonly MeasuredSite[]): StandIn {
  const sites = all.filter(({ engine }) => engine === "mariadb");
  const same = sites.find(({ issues, goals }) => issues === site.issues && goals === site.goals);
  const [largest] = sites.toSorted((a, b) => b.issues * b.goals - a.issues * a.goals);
  const found = same ?? largest;
  if (found === undefined) throw new Error("nothing was measured on MariaDB");
  const others = sites.filter((each) => each !== found).toSorted((a, b) => b.goals - a.goals);
  const packed = [found, ...others].flatMap((each) => each.packed ?? [])[0];
  if (packed === undefined) throw new Error("no packed month was measured on MariaDB");
  const borrowed = worksOfMonth.flatMap((work): readonly Borrowed[] => {
    if (worksOf(found, work).length > 0) return [];
    const of = others.find((each) => worksOf(each, work).length > 0);
    return of === undefined ? [] : [{ work, of }];
  });
  const works = [...found.works, ...borrowed.flatMap(({ work, of }) => worksOf(of, work))];
  return { measured: { ...found, works, packed }, borrowed };
}

const worksOf = ({ works }: MeasuredSite, name: string) =>
  works.filter(({ work }) => work === name);

import { budgetOf } from "./reading-pause";

/**
 * How many to search at once if so many of them find so many issues. Each issue is searched for and then read, which is
 * points twice; where the points of the hour end in between, the search is made again in the next, so that it must leave
 * most of them for reading.
 */
export const searchShare = (
  { many, found }: { readonly many: number; readonly found: number },
  { pointsShare }: { readonly pointsShare: number },
): number =>
  found === 0 ? Infinity : Math.max(1, Math.floor((many * budgetOf(pointsShare)) / 4 / found));

/**
 * Most issues that are searched for before they are read, so that the points of an hour are enough for both. Where an
 * hour ends before, the search goes on behind the last page that was read. Jira goes on behind the last issue of a page,
 * so that what it passes over or gives twice changed meanwhile, which that issue's own event tells.
 */
export const mostSearched = ({ pointsShare }: { readonly pointsShare: number }): number =>
  Math.ceil(budgetOf(pointsShare) / 3);

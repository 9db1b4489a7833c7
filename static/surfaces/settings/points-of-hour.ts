import { wholeNumber } from "./words";

/** Points an hour that Jira gives the app over all its sites (tier 1 of Jira's points-based rate limits). */
const pointsAnHour = 65_000;

/** What a share of the app's hour amounts to: "25 %: 16,250 of 65,000 points an hour". */
export function pointsOfHour(share: number): string {
  const points = wholeNumber(share * pointsAnHour);
  return `${wholeNumber(share * 100)} %: ${points} of ${wholeNumber(pointsAnHour)} points an hour`;
}

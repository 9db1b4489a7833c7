import { wholeNumber } from "./words";

/** What a share of the app's points of an hour amounts to: "25 %: 16,250 of 65,000 points an hour". */
export function pointsOfHour(share: number, pointsAnHour: number): string {
  const points = wholeNumber(share * pointsAnHour);
  return `${wholeNumber(share * 100)} %: ${points} of ${wholeNumber(pointsAnHour)} points an hour`;
}

import { defaultSettings } from "../../../../src/domain/settings";
import { pointsAnHour } from "../../../../src/use-cases/sync/points-ports";
import type { Site } from "./assumptions";
import type { Month } from "./month";
import { table, whole } from "./page";

type Told = {
  readonly site: Pick<Site, "users">;
  readonly month: Pick<Month, "paced" | "unpaced">;
};

/** What reading in the background spends of Jira's points in an hour of work, and how late numbers are for it. */
export function pointsText(bills: readonly Told[]): string {
  const budget = defaultSettings.pointsShare * pointsAnHour;
  const ofBudget = (points: number) => `${((100 * points) / budget).toFixed(0)} %`;
  const rows = bills.map(({ site, month: { paced, unpaced } }) => [
    whole(site.users),
    whole(unpaced.pointsAnHour),
    ofBudget(unpaced.pointsAnHour),
    whole(paced.pointsAnHour),
    ofBudget(paced.mostPoints),
    whole(paced.jobsAnHour),
    ...[0.5, 0.95, 1].map((share) => duration(partOf(paced.lateSeconds, share))),
  ]);
  return [
    `Points cost nothing but are limited: ${whole(pointsAnHour)} an hour for the app on all its sites, of which a site takes ${whole(budget)} by default. The app never spends more: where a fifth of them is spent, and more than the hour has passed, changes wait for each other, up to a minute and from half of them on up to two, so that fewer jobs take them in (\`src/use-cases/sync/pace.ts\`); where the points are spent all the same, reading waits for the next hour. A working day was lived through with that pace, and without any:`,
    table(
      [
        "users",
        "points an hour, without waiting",
        "of the default budget",
        "points an hour, as the app waits",
        "of the budget, at most",
        "jobs an hour",
        "numbers right after, half",
        "95 of 100",
        "all",
      ],
      rows,
    ),
    "The times are from an event's arrival; Jira's events come up to three minutes late themselves.",
  ].join("\n\n");
}

/** The value that such a part of them does not go beyond. */
const partOf = (ascending: readonly number[], share: number) =>
  ascending[Math.ceil(share * ascending.length) - 1] ?? 0;

const duration = (seconds: number) =>
  seconds < 120 ? `${whole(seconds)} s` : `${whole(seconds / 60)} min`;

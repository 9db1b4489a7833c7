import { rowBytes } from "../../../../src/store/room";
import { storeLimitBytes } from "../../../../src/use-cases/sync/keep-room";
import { daysUnpacked, yearsKept } from "../../../../src/use-cases/sync/pack-months";
import type { MeasuredSite } from "../measure-site";
import { assumptions, sites, type Site } from "./assumptions";
import { dayBytes, historyBytes, monthBytes, mostUnpacked } from "./history-room";
import { monthOf, type Month, type Share } from "./month";
import { amount, table, whole } from "./page";
import { pointsText } from "./points-text";
import { meters, priceAlone, priceOf, prices } from "./prices";
import { type StandIn, standInFor } from "./stand-in";

type Bill = StandIn & { readonly site: Site; readonly month: Month };

/** The cost model as a page of Markdown; the same measurements give the same page. */
export function costDocument(measured: readonly MeasuredSite[]): string {
  const bills = sites.map((site): Bill => {
    const like = standInFor(site, measured);
    return { site, ...like, month: monthOf(site, like.measured) };
  });
  return [
    "# What Throughline costs on Forge",
    "Written by `npm run cost` from `test/bench/scale/measured.json` (made by `npm run bench:scale -- --write`, MariaDB), the prices in `test/bench/scale/cost/prices.ts` and the assumptions in `assumptions.ts` beside it.",
    "## A month",
    table(
      [
        "users",
        "stands on a site of",
        ...meters.map((meter) => prices[meter].unit),
        "USD",
        "USD, alone",
      ],
      bills.map(billRow),
    ),
    `USD is the price of all that a site uses. Forge's allowance is one for the whole app, not one for each site; "alone" is the bill of an app with this site only: ${allowance()}.`,
    "## What dominates",
    ...bills.map(dominating),
    "## Points of Jira",
    pointsText(bills),
    "## Room",
    roomText(bills),
    "## Assumptions",
    assumptionList(),
    "## Not in the figures",
    notMeasured(bills),
    "",
  ].join("\n\n");
}

function billRow({ site, measured, month }: Bill): readonly string[] {
  const { issues, goals } = measured;
  const usd = meters.reduce((sum, meter) => sum + priceOf(meter, month.use[meter]), 0);
  const alone = meters.reduce((sum, meter) => sum + priceAlone(meter, month.use[meter]), 0);
  return [
    whole(site.users),
    `${whole(issues)} issues, ${whole(goals)} goals`,
    ...meters.map((meter) => amount(month.use[meter])),
    usd.toFixed(2),
    alone.toFixed(2),
  ];
}

function dominating({ site, month }: Bill): string {
  const total = month.shares.reduce((sum, share) => sum + dollarsOf(share), 0);
  const rows = month.shares
    .toSorted((a, b) => dollarsOf(b) - dollarsOf(a))
    .map((share) => [
      share.name,
      whole(share.times),
      whole(share.statements),
      amount(share.engineHours),
      amount(share.gigabyteSeconds),
      `${((100 * dollarsOf(share)) / total).toFixed(0)} %`,
    ]);
  const heads = ["work", "times", "statements", "engine hours", "GB-s", "of the price"];
  return `${whole(site.users)} users:\n\n${table(heads, rows)}`;
}

const dollarsOf = ({ statements, engineHours, gigabyteSeconds }: Share) =>
  priceOf("requests", statements) +
  priceOf("compute", engineHours) +
  priceOf("functions", gigabyteSeconds);

function roomText(bills: readonly Bill[]): string {
  const rows = bills.map(({ site, measured }) => {
    const { goals, packed, store } = measured;
    const most = store.bytes + historyBytes(measured, yearsKept * daysAYear);
    return [
      whole(site.users),
      inMegabytes(store.bytes),
      inMegabytes(mostUnpacked * dayBytes(measured)),
      inMegabytes(goals * monthBytes(packed)),
      inMegabytes(store.bytes + historyBytes(measured, daysAYear)),
      inMegabytes(most),
      `${((100 * most) / storeLimitBytes).toFixed(0)} %`,
    ];
  });
  const heads = ["users", "MB at first", "days in rows", "a packed month", "after a year"];
  return [
    `An installation stores at most 1 GiB. Days of history take the most of it in time. They stand in rows of their own for ${whole(daysUnpacked)} days and until their month is over (${whole(mostUnpacked)} days in the table), then in one row a goal and month, for ${whole(yearsKept)} years:`,
    table([...heads, `after ${whole(yearsKept)} years, the most`, "of the limit"], rows),
    "A packed day, its share of the row included, takes:",
    table(
      ["users", "bytes when nothing changed", "bytes when something did", "bytes, mean of a month"],
      bills.map(packedRow),
    ),
  ].join("\n\n");
}

function packedRow({ site, measured: { packed } }: Bill): readonly string[] {
  const days = assumptions.daysAMonth;
  const share = (rowBytes.month + packed.firstDayBytes) / days;
  return [
    whole(site.users),
    (share + 1).toFixed(1),
    (share + packed.changedDayBytes).toFixed(1),
    (monthBytes(packed) / days).toFixed(1),
  ];
}

const daysAYear = 365;
const inMegabytes = (bytes: number) => amount(bytes / 1e6);

function assumptionList(): string {
  const told: Readonly<Record<keyof typeof assumptions, string>> = {
    eventsADay: "changes of issues in goals, by a user on a working day",
    viewsADay: "goals seen in gadgets, by a user on a working day",
    firstViews: "of these views are the first within a minute and ask Jira for permissions",
    workingDays: "working days a month",
    workingHours: "working hours a day, all users in the same hours",
    daysAMonth: "days a month",
    memoryGigabytes: "GB of memory of a function",
    invocationSeconds: "seconds of an invocation beside what it waits for",
    roundTripSeconds: "seconds of a statement beside the engine's work (Forge publishes none)",
    jiraSeconds: "seconds of a request to Jira",
    queueSeconds:
      "seconds from asking the queue for a job until it begins, beside what the app waits (Forge publishes none)",
    daysOfHistory:
      "days of history in the GB-months; each goal has changed on every working day among them",
  };
  return Object.entries(assumptions)
    .map(
      ([name, value]) =>
        `- ${String(value)} ${Object.entries(told).find(([key]) => key === name)?.[1] ?? name}`,
    )
    .join("\n");
}

function notMeasured(bills: readonly Bill[]): string {
  const missing = bills.flatMap(({ site, measured, borrowed }) => [
    ...(measured.issues === site.issues && measured.goals === site.goals
      ? []
      : [
          `${whole(site.users)} users should stand on ${whole(site.issues)} issues and ${whole(site.goals)} goals, which were not measured`,
        ]),
    ...borrowed.map(
      ({ work, of }) =>
        `"${work}" was not measured at ${whole(measured.issues)} × ${whole(measured.goals)}: it is taken as at ${whole(of.issues)} × ${whole(of.goals)}`,
    ),
    ...measured.works.flatMap(({ work, broken }) =>
      broken === null
        ? []
        : [
            `"${work}" ended early at ${whole(measured.issues)} × ${whole(measured.goals)}: ${broken}`,
          ],
    ),
  ]);
  return [
    ...missing,
    "the first reading of a site, pages beside gadgets, edits of goals, histories of issues, the refresh of settle times and size pools, goals that are due because work settled",
    "TiDB, which Forge SQL runs: engine time and bytes are MariaDB's on a developer's machine",
    "logs (1.005 USD a GB beyond 1 GB)",
  ]
    .map((line) => `- ${line}`)
    .join("\n");
}

const allowance = () =>
  meters.map((meter) => `${whole(prices[meter].free)} ${prices[meter].unit}`).join(", ") +
  " are free";

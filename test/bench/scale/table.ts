import { costGoalsOf } from "./cost-goals";
import type { Measured } from "./measured";
import type { MeasuredSite } from "./measure-site";

const headings = [
  "work",
  "statements",
  "ms",
  "slowest statement",
  "most memory",
  "largest answer",
  "Jira requests",
  "points",
];

/** One site as lines of text: what it holds, and a row for each piece of work. */
export function tableOf(site: MeasuredSite): string {
  const rows = [headings, ...site.works.map(rowOf)];
  const widths = headings.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  "),
  );
  const parts = [
    summaryOf(site),
    ...lines,
    ...readingLine(site),
    ...stormLine(site),
    ...packedLine(site),
    ...onDisk(site),
    missed(site),
  ];
  return [...parts, ""].join("\n");
}

function summaryOf({ engine, issues, goals, links, store, ...site }: MeasuredSite): string {
  const perIssue = store.bytes / issues;
  const rows = Object.entries(store.rows).map(([table, n]) => `${table} ${whole(n)}`);
  return [
    `${engine}: ${whole(issues)} issues, ${whole(goals)} goals, ${whole(links)} links`,
    `${inMebibytes(store.bytes)} stored, ${whole(perIssue)} bytes an issue (${rows.join(", ")})`,
    `${String(site.wrongNumbers)} wrong numbers of the goals at the top; ${(site.seconds / 60).toFixed(1)} minutes on this machine`,
  ].join("\n");
}

function readingLine({ firstReading }: MeasuredSite): readonly string[] {
  if (firstReading === null) return [];
  const { jobs, hours, minutes } = firstReading;
  return [
    `read for the first time by ${whole(jobs)} jobs in ${hours.toFixed(1)} hours of points, ${minutes.toFixed(1)} minutes on this machine`,
  ];
}

function stormLine({ stormMinutes }: MeasuredSite): readonly string[] {
  if (stormMinutes === null) return [];
  return [
    `all numbers right ${stormMinutes.toFixed(1)} minutes after the last of the 10,000 events`,
  ];
}

function packedLine({ packed }: MeasuredSite): readonly string[] {
  if (packed === null) return [];
  const { firstDayBytes, changedDayBytes, changedDays, laterDays } = packed;
  const changed = ((100 * changedDays) / laterDays).toFixed(0);
  return [
    `a packed month as text: ${whole(firstDayBytes)} bytes for its first day, ${changedDayBytes.toFixed(1)} for each of the ${changed} % of later days on which something changed, 1 for every other`,
  ];
}

function missed(site: MeasuredSite): string {
  const goals = costGoalsOf(site);
  const over = goals.filter(({ most, measured }) => measured > most);
  const told = over.map(
    ({ name, most, measured }) => `${name} ${whole(measured)} (goal ${whole(most)})`,
  );
  const reached = `${String(goals.length - over.length)} of ${String(goals.length)} cost goals reached`;
  return told.length === 0 ? reached : `${reached}; missed: ${told.join(", ")}`;
}

/** MariaDB keeps temporary tables with texts on disk, however small; want of memory breaks the work. */
function onDisk({ works }: MeasuredSite): readonly string[] {
  const names = new Set(works.flatMap((each) => each.textsOnDisk));
  if (names.size === 0) return [];
  return [`WRONG: temporary tables on disk, for their texts: ${[...names].join(", ")}`];
}

function rowOf(measured: Measured): readonly string[] {
  const { slowest, memory, answer } = measured;
  return [
    measured.broken === null ? measured.work : `${measured.work} REFUSED ${measured.broken}`,
    whole(measured.statements),
    measured.milliseconds.toFixed(1),
    `${slowest.name} ${slowest.milliseconds.toFixed(1)}`,
    memory === null ? "" : `${memory.name} ${inMebibytes(memory.bytes)}`,
    `${answer.name} ${inKibibytes(answer.bytes)}`,
    whole(measured.jiraRequests),
    whole(measured.jiraPoints),
  ];
}

const whole = (value: number) => Math.round(value).toLocaleString("en-US");
const inMebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(2)} MiB`;
const inKibibytes = (bytes: number) => `${(bytes / 2 ** 10).toFixed(1)} KiB`;

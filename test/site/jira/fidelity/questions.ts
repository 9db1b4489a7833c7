import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod/mini";
import { type Comparison, compareBodies, together } from "./compare";
import {
  boardExceptions,
  changelogExceptions,
  issueExceptions,
  listExceptions,
  timelineExceptions,
} from "./exceptions";
import { groupedBy } from "./grouped-by";
import { bodiesOf, distinct, fromAgile, fromTimelineReport, issueAround } from "./recorded-bodies";
import { answerOf, replayIssues, siteOf } from "./replay-issues";

/** One question that a real site answered and the local one answers again. */
export type Question = { readonly name: string; readonly compare: () => Promise<Comparison> };

/** The questions to which `folder` holds recorded answers of Jira Cloud, in the layout of its README. */
export function questionsIn(folder: string): readonly Question[] {
  const json = (...path: readonly string[]): unknown =>
    JSON.parse(readFileSync(join(folder, ...path), "utf8"));
  return [
    ...devlakeQuestions((name) => bodiesOf(json("devlake-cloud", `${name}.json`))),
    ...jirametricsQuestions(folder, json),
    ...timelineQuestions(json("bitovi-cloud", "issues.json"), json("bitovi-cloud", "fields.json")),
  ];
}

type Rows = ReturnType<typeof bodiesOf>;

function devlakeQuestions(rowsOf: (name: string) => Rows): readonly Question[] {
  const dataOf = (name: string) => rowsOf(name).map(({ data }) => data);
  const issues = fromAgile(distinct([...dataOf("issues"), ...dataOf("epics")]));
  const site = () => siteOf("devlake", issues);
  return [
    {
      name: "devlake: issues with changelogs",
      compare: () => replayIssues("devlake", issues, issueExceptions),
    },
    { name: "devlake: changelogs of issues", compare: () => changelogPages(rowsOf("changelogs")) },
    listQuestion("devlake: statuses", dataOf("status"), site, "/rest/api/3/status"),
    listQuestion("devlake: projects", dataOf("projects"), site, "/rest/api/3/project/search"),
    listQuestion("devlake: sprints", dataOf("sprints"), site, "/rest/agile/1.0/board/1/sprint"),
  ];
}

function jirametricsQuestions(
  folder: string,
  json: (...path: readonly string[]) => unknown,
): readonly Question[] {
  const named = (pattern: RegExp) =>
    readdirSync(join(folder, "jirametrics-cloud"))
      .filter((name) => pattern.test(name))
      .map((name) => json("jirametrics-cloud", name));
  const [first, second] = [named(/complete_sample__sample_issues__/), named(/testdata__SP-/)];
  const [board] = named(/testdata__sample_board/);
  const statuses = z.array(z.unknown()).parse(named(/testdata__sample_statuses/)[0]);
  return [
    ...[first, second].map((issues, index) => ({
      name: `jirametrics: issues with changelogs, set ${String(index + 1)}`,
      compare: () => replayIssues("jirametrics", issues, issueExceptions),
    })),
    listQuestion("jirametrics: statuses", statuses, () => siteOf("x", first), "/rest/api/3/status"),
    {
      name: "jirametrics: board configuration",
      compare: async () => {
        const path = "/rest/agile/1.0/board/1/configuration";
        const answered = await answerOf(siteOf("jirametrics", first), path);
        return compareBodies(board, answered, boardExceptions);
      },
    },
  ];
}

function timelineQuestions(recorded: unknown, fields: unknown): readonly Question[] {
  const issues = fromTimelineReport(recorded, fields);
  const list = z.array(z.unknown()).parse(fields);
  return [
    {
      name: "bitovi: issues with changelogs",
      compare: () => replayIssues("bitovi", issues, timelineExceptions),
    },
    listQuestion("bitovi: fields", list, () => siteOf("bitovi", issues), "/rest/api/3/field"),
  ];
}

const identified = z.looseObject({ id: z.union([z.string(), z.number()]) });
const page = z.looseObject({ values: z.array(z.unknown()) });

/** Entries are compared with the one of the same id, where there is none with any: what a list holds is not its shape. */
function listQuestion(
  name: string,
  recorded: readonly unknown[],
  site: () => ReturnType<typeof siteOf>,
  path: string,
): Question {
  return {
    name,
    compare: async () => {
      const answer = await answerOf(site(), path);
      const list = Array.isArray(answer)
        ? z.array(z.unknown()).parse(answer)
        : page.parse(answer).values;
      const byId = new Map(list.map((each) => [identified.parse(each).id, each]));
      const otherwise = path.endsWith("/field") ? undefined : list[0];
      return together(
        recorded.flatMap((each) => {
          const same = byId.get(identified.parse(each).id) ?? otherwise;
          return same === undefined ? [] : [compareBodies(each, same, listExceptions)];
        }),
      );
    },
  };
}

/** Recorded pages of GET issue/{id}/changelog, asked for again. */
async function changelogPages(rows: Rows): Promise<Comparison> {
  const byIssue = groupedBy(rows, ({ url }) => /issue\/(\d+)\/changelog/.exec(url)?.[1] ?? "");
  const comparisons: Comparison[] = [];
  for (const [id, ofIssue] of byIssue) {
    const histories = ofIssue.map(({ data }) => data);
    const site = siteOf("changelogs", [issueAround(id, histories)]);
    const answered = await answerOf(site, `/rest/api/3/issue/${id}/changelog?maxResults=100`);
    comparisons.push(compareBodies(histories, page.parse(answered).values, changelogExceptions));
  }
  return together(comparisons);
}

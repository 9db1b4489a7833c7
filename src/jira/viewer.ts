import { route } from "@forge/api";
import * as z from "zod/mini";
import type { SeenIssue, Viewer } from "../use-cases/jira-ports";
import type { JiraGate } from "./jira-gate";
import { askJira, type AskJira } from "./ask-jira";
import { browsable } from "./browsable";
import { searchPeople } from "./directory";
import { fetchIssues } from "./fetch-issues";
import { approximateCount } from "./search";

/** Jira as the person of this invocation; `accountId` is what the platform says of them. */
export function createViewer(accountId: string, patienceSeconds: number, gate?: JiraGate): Viewer {
  const asker = askJira("user", patienceSeconds, gate);
  let admin: Promise<boolean> | null = null;
  return {
    accountId,
    isAdmin: () => (admin ??= isAdmin(asker)),
    browsable: (asked) => browsable(asker, asked),
    see: (issueIds) => see(asker, issueIds),
    seeByKey: (keys) =>
      see(
        asker,
        keys.map((key) => key.toUpperCase()),
      ),
    checkJql: (jql) => checkJql(asker, jql),
    understood: (jqls) => understood(asker, jqls),
    approximateCount: (jql) => approximateCount(asker, jql),
    searchPeople: (query) => searchPeople(asker, query),
  };
}

const myPermissions = z.object({
  permissions: z.object({ ADMINISTER: z.object({ havePermission: z.boolean() }) }),
});

async function isAdmin({ ask }: AskJira): Promise<boolean> {
  const { permissions } = await ask({
    name: "mypermissions",
    path: route`/rest/api/3/mypermissions?permissions=ADMINISTER`,
    answer: myPermissions,
  });
  return permissions.ADMINISTER.havePermission;
}

const seenBean = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({ summary: z.string(), project: z.object({ key: z.string() }) }),
});

async function see(asker: AskJira, idsOrKeys: readonly string[]): Promise<readonly SeenIssue[]> {
  const asked = { fields: ["summary", "project"], issue: seenBean };
  const beans = await fetchIssues(asker, idsOrKeys, asked);
  return beans.map(({ id, key, fields }) => ({
    id,
    key,
    title: fields.summary,
    projectKey: fields.project.key,
  }));
}

const parsed = z.object({
  queries: z.array(z.object({ errors: z.optional(z.array(z.string())) })),
});

/** Jira's complaints about each query as the person: names that are hidden from them do not exist to it. */
async function complaints(
  { ask }: AskJira,
  queries: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const read = await ask({
    name: "jql/parse",
    path: route`/rest/api/3/jql/parse?validation=strict`,
    body: { queries },
    answer: parsed,
  });
  return read.queries.map(({ errors = [] }) => errors);
}

async function checkJql(asker: AskJira, jql: string): ReturnType<Viewer["checkJql"]> {
  const errors = (await complaints(asker, [jql])).flat();
  return errors.length === 0 ? { kind: "valid" } : { kind: "refused", message: errors.join(" ") };
}

async function understood(asker: AskJira, jqls: readonly string[]): Promise<ReadonlySet<string>> {
  if (jqls.length === 0) return new Set();
  const errors = await complaints(asker, jqls);
  return new Set(jqls.filter((_, at) => errors[at]?.length === 0));
}

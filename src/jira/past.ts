import type { SiteFields } from "../domain/replay/change-field";
import type { JiraPast, KnownHistory } from "../use-cases/history-ports";
import { askJira, type AskJira } from "./ask-jira";
import { readChangelogs } from "./changelogs";
import { childIds } from "./children";
import { chunksOf } from "./chunks";
import { containersOf } from "./containers";
import { fetchIssues } from "./fetch-issues";
import type { JiraGate } from "./jira-gate";
import { changedIn } from "./past-changed";
import { siteFields } from "./past-fields";
import { knownHistory, pastBean, pastFields } from "./past-issue";
import { readVocabulary } from "./past-vocabulary";
import { sizedIssues } from "./sized-issues";

/** Issues whose changelogs are held at once. */
const issuesAtOnce = 1000;

/** Jira's past as the app. `patienceSeconds` is what may be spent on waiting when Jira is busy. */
export function createJiraPast(
  patienceSeconds: number,
  now: () => Date,
  gate?: JiraGate,
): JiraPast {
  const asker = askJira("app", patienceSeconds, gate);
  let fields: Promise<SiteFields> | null = null;
  const site = () => (fields ??= siteFields(asker, gate));
  const histories: JiraPast["histories"] = async (ids) =>
    ids.length === 0 ? [] : readHistories(asker, ids, await site());

  return {
    histories,
    changedIn: async (projectIds, wishes) => changedIn(asker, { projectIds, wishes }, await site()),
    vocabulary: async () => {
      const readAt = now();
      return { ...(await readVocabulary(asker)), readAt };
    },
    sizedBy: async (projectId, at) => {
      const sized = await sizedIssues(asker, { projectId, createdBy: at }, (await site()).points);
      return histories(sized.map(({ item }) => item.id));
    },
    containersBy: async (projectId, at) => {
      const from = { projectId, createdBy: at };
      const containers = await containersOf(asker, from, (await site()).points);
      const ids = containers.map(({ item }) => item.id);
      return histories([...ids, ...(await descendantIds(asker, ids))]);
    },
  };
}

/** The issue is read before its changelog: what happens between comes with the reading of the next version. */
async function readHistories(
  asker: AskJira,
  issueIds: readonly string[],
  site: SiteFields,
): Promise<readonly KnownHistory[]> {
  const asked = { fields: pastFields(site), issue: pastBean };
  const found: KnownHistory[] = [];
  for (const ids of chunksOf([...new Set(issueIds)], issuesAtOnce)) {
    const beans = await fetchIssues(asker, ids, asked);
    const logs = await readChangelogs(
      asker,
      beans.map(({ id }) => id),
      null,
    );
    found.push(...beans.map((bean) => knownHistory(bean, logs.get(bean.id) ?? [], site)));
  }
  return found;
}

/** Everything below these issues today, level by level, each once. */
async function descendantIds(
  asker: AskJira,
  rootIds: readonly string[],
): Promise<readonly string[]> {
  const seen = new Set(rootIds);
  let level = rootIds;
  while (level.length > 0) {
    level = (await childIds(asker, level)).filter((id) => !seen.has(id));
    for (const id of level) seen.add(id);
  }
  return [...seen].slice(rootIds.length);
}

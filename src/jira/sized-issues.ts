import type { ReadIssue } from "../use-cases/jira-ports";
import type { AskJira } from "./ask-jira";
import { readIssues } from "./fetch-issues";
import { andCreatedBy, wasCreatedBy } from "./created-by";
import { clauseOf, idsIn } from "./jql";
import { issueBean, issueFields, readIssue } from "./read-issue";
import { search } from "./search";

/** Of each type so many are enough: the size pools take the most recently created 500. */
const enoughPerType = 500;

/** Which issues may be in a sample: those of a project, created at or before an instant where one is given. */
export type SampledFrom = { readonly projectId: string; readonly createdBy: Date | null };

/**
 * Sized issues of a project, most recently created first, and parents whose sub-tasks carry their estimate. There are
 * none in a project that the app may not browse.
 */
export async function sizedIssues(
  asker: AskJira,
  from: SampledFrom,
  estimateFieldIds: readonly string[],
): Promise<readonly ReadIssue[]> {
  const sample = (clauses: readonly string[]) =>
    clauses.length === 0 ? [] : sampled(asker, { ...from, clauses, estimateFieldIds });
  const pointed = await sample(estimateFieldIds.map(clauseOf));
  const timed = await sample(["originalEstimate"]);
  const parents = await parentsByTheirSubTasks(asker, timed, estimateFieldIds);
  const byId = new Map([...pointed, ...timed, ...parents].map((issue) => [issue.item.id, issue]));
  return [...byId.values()].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

type Sample = SampledFrom & {
  readonly clauses: readonly string[];
  readonly estimateFieldIds: readonly string[];
};

/** A type that has enough is left out of the next search, so that a rare type is reached without reading everything. */
async function sampled(asker: AskJira, sample: Sample): Promise<readonly ReadIssue[]> {
  const full = new Map<string, readonly ReadIssue[]>();
  for (;;) {
    const byType = await sampleWithout(asker, sample, [...full.keys()]);
    const filled = [...byType].filter(([, issues]) => issues.length >= enoughPerType);
    if (filled.length === 0) return [...full.values(), ...byType.values()].flat();
    for (const [typeId, issues] of filled) full.set(typeId, issues);
  }
}

async function sampleWithout(
  asker: AskJira,
  sample: Sample,
  fullTypeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ReadIssue[]>> {
  const { estimateFieldIds, createdBy } = sample;
  const byType = new Map<string, ReadIssue[]>();
  const fields = [...issueFields, ...estimateFieldIds];
  const jql = jqlOf(sample, fullTypeIds);
  await search(asker, { jql, fields, issue: issueBean }, (beans) => {
    const issues = beans.map((bean) => readIssue(bean, estimateFieldIds));
    for (const issue of issues.filter(wasCreatedBy(createdBy))) {
      const { typeId } = issue.item;
      byType.set(typeId, [...(byType.get(typeId) ?? []), issue]);
    }
    const isFull = [...byType.values()].some((own) => own.length >= enoughPerType);
    return isFull ? "enough" : "more";
  });
  return byType;
}

function jqlOf({ projectId, createdBy, clauses }: Sample, fullTypeIds: readonly string[]): string {
  const sized = clauses.map((clause) => `${clause} is not EMPTY`).join(" OR ");
  const others = fullTypeIds.length === 0 ? "" : ` AND NOT ${idsIn("issuetype", fullTypeIds)}`;
  return `${idsIn("project", [projectId])}${andCreatedBy(createdBy)} AND (${sized})${others} ORDER BY created DESC, id DESC`;
}

/** Parents without an estimate of their own whose sub-tasks have one: their size under the time rule is the sum. */
async function parentsByTheirSubTasks(
  asker: AskJira,
  timed: readonly ReadIssue[],
  estimateFieldIds: readonly string[],
): Promise<readonly ReadIssue[]> {
  const sums = new Map<string, number>();
  for (const { item } of timed) {
    if (item.level >= 0 || item.parentId === null || item.estimateSeconds === null) continue;
    sums.set(item.parentId, (sums.get(item.parentId) ?? 0) + item.estimateSeconds);
  }
  const known = new Set(timed.map(({ item }) => item.id));
  const wanted = [...sums.keys()].filter((id) => !known.has(id));
  const parents = await readIssues(asker, wanted, estimateFieldIds);
  return parents.map((parent) => ({
    ...parent,
    item: { ...parent.item, subTaskEstimateSeconds: sums.get(parent.item.id) ?? null },
  }));
}

import * as z from "zod/mini";
import { partsOf } from "../domain/parts-of";
import type { HistoryStore, KnownHistory, SiteVocabulary } from "../use-cases/history-ports";
import type { Database } from "./database";
import { flag, id, instant, int, isoInstant } from "./decoders";
import { docOf, historyIn } from "./past-doc";
import { historySql } from "./sql/history-sql";
import {
  bytesOf,
  chunksOf,
  idsPerStatement,
  rowsPerStatement,
  type Value,
  writesOf,
} from "./statement";
import { stateStore } from "./states";
import { flagValue, idValue, instantValue } from "./values";

/** Of an answer of 4 MiB, what documents may take. */
const mostInAnswer = 2_500_000;

const sizesPerPage = 10_000;
const vocabularyKey = "vocabulary";

/** The past of issues as Jira told it, and which of them a goal's past needs. */
export function historyStore(database: Database): HistoryStore {
  const states = stateStore(database);

  const put: HistoryStore["put"] = async (histories) => {
    for (const part of writesOf(histories.map(valuesOf))) {
      await database.write(historySql.put(part.length), part.flat());
    }
  };

  const read = async (sizes: readonly Size[]): Promise<readonly KnownHistory[]> => {
    const found: KnownHistory[] = [];
    for (const chunk of partsOf(sizes, ({ size }) => size, mostInAnswer)) {
      const ids = chunk.map(({ issue_id }) => idValue(issue_id));
      const rows = await database.rows(historySql.docs(ids.length), ids, pastRow);
      found.push(...rows.map(knownOf));
    }
    return found;
  };

  return {
    put,
    putMissing: async (issueIds) => {
      for (const ids of chunksOf(issueIds, rowsPerStatement)) {
        await database.write(historySql.putMissing(ids.length), ids.map(idValue));
      }
    },
    byId: async (issueIds) => {
      const sizes: Size[] = [];
      for (const ids of chunksOf([...new Set(issueIds)], idsPerStatement)) {
        const values = ids.map(idValue);
        sizes.push(...(await database.rows(historySql.sizesByIds(ids.length), values, sizeRow)));
      }
      return read(sizes);
    },
    ofGoal: async (goalId) => read(await sizesOf(database, idValue(goalId))),
    rememberScope: async (goalId) => {
      await database.write(historySql.addScope, [idValue(goalId)]);
    },
    addPastMembers: async (goalId, issueIds) => {
      const goal = idValue(goalId);
      for (const ids of chunksOf([...new Set(issueIds)], rowsPerStatement)) {
        const values = ids.flatMap((each) => [goal, idValue(each)]);
        await database.write(historySql.addMembers(ids.length), values);
      }
    },
    unread: async (goalId, limit) => {
      const goal = idValue(goalId);
      const row = z.object({ issue_id: id });
      const rows = await database.rows(historySql.unread(limit), [goal, goal, goal], row);
      return rows.map(({ issue_id }) => issue_id);
    },
    vocabulary: async () => {
      const state = await states.read(vocabularyKey);
      return state === null ? null : z.parse(vocabulary, state.value);
    },
    putVocabulary: (said) => states.write(vocabularyKey, said, said.readAt),
  };
}

async function sizesOf(database: Database, goal: number): Promise<readonly Size[]> {
  const sizes: Size[] = [];
  for (;;) {
    const values = [goal, goal, goal, idValue(sizes.at(-1)?.issue_id ?? "0")];
    const page = await database.rows(historySql.sizesOfGoal(sizesPerPage), values, sizeRow);
    sizes.push(...page);
    if (page.length < sizesPerPage) return sizes;
  }
}

const named = { id: z.string(), name: z.string() };

const vocabulary: z.ZodMiniType<SiteVocabulary> = z.object({
  statuses: z.array(z.object({ ...named, category: z.enum(["new", "indeterminate", "done"]) })),
  types: z.array(z.object({ ...named, level: z.number() })),
  readAt: isoInstant,
});

const sizeRow = z.object({ issue_id: id, size: int });
type Size = z.output<typeof sizeRow>;

const pastRow = z.object({
  issue_id: id,
  project_key: z.string(),
  secured: flag,
  created_ms: instant,
  doc: z.string(),
  updated_ms: instant,
});

const knownOf = (row: z.output<typeof pastRow>): KnownHistory => ({
  history: historyIn(row.doc, row.issue_id, row.created_ms),
  projectKey: row.project_key,
  secured: row.secured,
  updatedAt: row.updated_ms,
});

function valuesOf({ history, projectKey, secured, updatedAt }: KnownHistory): readonly Value[] {
  const doc = docOf(history);
  return [
    idValue(history.id),
    idValue(history.present.projectId),
    projectKey,
    flagValue(secured),
    instantValue(history.createdAt),
    bytesOf(doc),
    doc,
    instantValue(updatedAt),
  ];
}

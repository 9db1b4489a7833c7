import * as z from "zod/mini";
import type { PeopleStore } from "../use-cases/people-ports";
import type { Database } from "./database";
import { flag, id, json } from "./decoders";
import { siteSql } from "./sql/site-sql";
import { chunksOf, rowsPerStatement } from "./statement";
import { flagValue, idValue, instantValue } from "./values";

/** How long what a person may browse is believed. */
const freshMilliseconds = 60_000;

/** Epoch milliseconds since which a check of permissions is still believed. */
export const freshSince = (now: Date): number => instantValue(now) - freshMilliseconds;

const browseRow = z.object({ project_id: id, may: flag });

/** What a person may browse, and what they were answered. */
export function peopleStore(database: Database): PeopleStore {
  return {
    browsableProjects: async (accountId, now) => {
      const rows = await database.rows(siteSql.browsable, [accountId, freshSince(now)], browseRow);
      return rows.length === 0 ? null : new Map(rows.map((row) => [row.project_id, row.may]));
    },
    putBrowsableProjects: async (accountId, now, projects) => {
      for (const chunk of chunksOf([...projects], rowsPerStatement)) {
        const values = chunk.flatMap(([projectId, may]) => [
          accountId,
          idValue(projectId),
          flagValue(may),
          instantValue(now),
        ]);
        await database.write(siteSql.putBrowsable(chunk.length), values);
      }
    },
    answered: async (accountId, key) => {
      const row = z.object({ answer: json(z.unknown()) });
      const [given] = await database.rows(siteSql.answered, [accountId, key], row);
      return given?.answer ?? null;
    },
    putAnswered: async (accountId, key, answer, at) => {
      const values = [accountId, key, JSON.stringify(answer), instantValue(at)];
      await database.write(siteSql.putAnswered, values);
    },
  };
}

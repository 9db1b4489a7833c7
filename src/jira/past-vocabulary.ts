import { route } from "@forge/api";
import * as z from "zod/mini";
import type { SiteVocabulary } from "../use-cases/history-ports";
import type { AskJira } from "./ask-jira";
import { categoryOf } from "./read-issue";

const named = { id: z.string(), name: z.string() };
const statusList = z.array(z.object({ ...named, statusCategory: z.object({ key: z.string() }) }));
const typeList = z.array(z.object({ ...named, hierarchyLevel: z.number() }));

/** All statuses and types of the site, those of team-managed projects included. */
export async function readVocabulary({ ask }: AskJira): Promise<Omit<SiteVocabulary, "readAt">> {
  const statuses = await ask({
    name: "status",
    path: route`/rest/api/3/status`,
    answer: statusList,
  });
  const types = await ask({
    name: "issuetype",
    path: route`/rest/api/3/issuetype`,
    answer: typeList,
  });
  return {
    statuses: statuses.map(({ id, name, statusCategory }) => ({
      id,
      name,
      category: categoryOf(statusCategory.key),
    })),
    types: types.map(({ id, name, hierarchyLevel }) => ({ id, name, level: hierarchyLevel })),
  };
}

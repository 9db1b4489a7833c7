import type { IssueHistory, Named, SiteWords } from "../../domain/replay/history";
import type { QueryWords } from "../../domain/replay/query/matches";
import type { KnownHistory, SiteVocabulary } from "../history-ports";

/** What the words of changelogs and rules mean today, as far as the known issues and the site's lists tell. */
export type PastWords = {
  readonly site: SiteWords;
  readonly query: QueryWords;
  readonly vocabulary: SiteVocabulary;
  /** Projects in which the known issues are today. */
  readonly projectIds: readonly string[];
};

export function pastWordsOf(known: readonly KnownHistory[], vocabulary: SiteVocabulary): PastWords {
  const issueIds = new Map(known.flatMap(({ history }) => keysOf(history)));
  const issueIdOf = (key: string) => issueIds.get(key) ?? null;
  const projectKeys = new Map(
    known.map(({ history, projectKey }) => [history.present.projectId, projectKey]),
  );
  return {
    vocabulary,
    projectIds: [...projectKeys.keys()],
    site: { ...siteWordsOf(vocabulary), issueIdOf },
    query: {
      projectNames: (projectId) => [projectKeys.get(projectId) ?? []].flat(),
      sprintName: () => null,
      nameOf: namesOf(known, vocabulary),
      issueIdOf,
    },
  };
}

function siteWordsOf({ statuses, types }: SiteVocabulary): Omit<SiteWords, "issueIdOf"> {
  const categories = new Map(statuses.map(({ id, category }) => [id, category]));
  const levels = new Map(types.map(({ id, level }) => [id, level]));
  return {
    categoryOf: ({ id }) => categories.get(id) ?? "new",
    levelOf: ({ id }) => levels.get(id) ?? 0,
  };
}

/** Every key that an issue has or had. */
function keysOf({ id, present, changes }: IssueHistory): readonly (readonly [string, string])[] {
  const former = changes.flatMap(({ field, fromText, toText }) =>
    field === "key" ? [fromText ?? [], toText ?? []].flat() : [],
  );
  return [...former, present.key].map((key) => [key, id] as const);
}

/** Versions, components and resolutions are called what the issues that have them call them. */
function namesOf(
  known: readonly KnownHistory[],
  { statuses, types }: SiteVocabulary,
): QueryWords["nameOf"] {
  const names = new Map<string, string>();
  const learn = (field: string, list: readonly Named[]) => {
    for (const { id, name } of list) names.set(`${field} ${id}`, name);
  };
  for (const { history } of known) {
    learn("fix-version", history.present.fixVersions);
    learn("component", history.present.components);
    learn("resolution", [history.present.resolution ?? []].flat());
  }
  learn("status", statuses);
  learn("type", types);
  return (field, id) => names.get(`${field} ${id}`) ?? null;
}

import type { StoredIssue } from "./issue";

/** The issues that exist at the site's time, findable by id, key (former ones too), project and parent. */
export type IssueIndex = {
  readonly byId: (id: string) => StoredIssue | undefined;
  readonly byKey: (key: string) => StoredIssue | undefined;
  readonly all: () => Iterable<StoredIssue>;
  readonly size: () => number;
  readonly idsOfProject: (projectId: string) => ReadonlySet<string>;
  readonly idsOfChildren: (parentId: string) => ReadonlySet<string>;
  readonly put: (issue: StoredIssue) => void;
  readonly remove: (id: string) => void;
};

const none: ReadonlySet<string> = new Set();

export function createIssueIndex(): IssueIndex {
  const issues = new Map<string, StoredIssue>();
  const idByKey = new Map<string, string>();
  const byProject = new Map<string, Set<string>>();
  const byParent = new Map<string, Set<string>>();

  const leave = ({ id, fields }: StoredIssue) => {
    byProject.get(fields.projectId)?.delete(id);
    if (fields.parentId !== null) byParent.get(fields.parentId)?.delete(id);
  };
  const enter = ({ id, fields }: StoredIssue) => {
    idByKey.set(fields.key, id);
    setOf(byProject, fields.projectId).add(id);
    if (fields.parentId !== null) setOf(byParent, fields.parentId).add(id);
  };

  return {
    byId: (id) => issues.get(id),
    byKey: (key) => issues.get(idByKey.get(key.toUpperCase()) ?? ""),
    all: () => issues.values(),
    size: () => issues.size,
    idsOfProject: (projectId) => byProject.get(projectId) ?? none,
    idsOfChildren: (parentId) => byParent.get(parentId) ?? none,
    put: (issue) => {
      const known = issues.get(issue.id);
      if (known !== undefined) leave(known);
      issues.set(issue.id, issue);
      enter(issue);
    },
    remove: (id) => {
      const known = issues.get(id);
      if (known === undefined) return;
      leave(known);
      issues.delete(id);
    },
  };
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh = new Set<string>();
  map.set(key, fresh);
  return fresh;
}

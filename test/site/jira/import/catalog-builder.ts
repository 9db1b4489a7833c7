import type {
  Board,
  Catalog,
  CategoryKey,
  Component,
  IssueType,
  LinkType,
  Named,
  Person,
  Project,
  Sprint,
  Status,
  Version,
} from "../store/catalog";
import { guessedLevel } from "./guessed-level";
import { accountIdOf, displayNameOf, type KnownPerson } from "./people";
import { createRegistry } from "./registry";

/** Collects what the issues of an export mention; every function answers the id in this site. */
export type CatalogBuilder = {
  readonly status: (name: string, category: CategoryKey, sourceId: string | null) => string;
  /** `level` null: as other issues of that type say, else guessed from the name. */
  readonly type: (name: string, level: number | null) => string;
  readonly priority: (name: string) => string;
  readonly resolution: (name: string, sourceId: string | null) => string;
  readonly project: (key: string, name: string) => string;
  /** Without an id: the version of that name in its project. */
  readonly version: (version: Unnumbered<Version, string>) => string;
  readonly component: (name: string, projectId: string) => string;
  /** Without an id: the sprint of that name on its project's board. */
  readonly sprint: (sprint: UnplacedSprint, projectId: string | null) => string;
  readonly securityLevel: (name: string) => string;
  readonly link: (type: string, direction: "inward" | "outward", words: string) => void;
  /** Account id of a person of the export. */
  readonly person: (person: string | null) => string | null;
  readonly nameOf: (accountId: string | null) => string | null;
  /** Id of a custom field of which only the changelog tells. */
  readonly customField: (name: string) => string;
  readonly build: () => Catalog;
};

type Unnumbered<T, Id> = Omit<T, "id"> & { readonly id: Id | null };
export type UnplacedSprint = Unnumbered<Omit<Sprint, "boardId">, number>;

/** `known`: people by account id. */
export function createCatalogBuilder(
  known: ReadonlyMap<string, KnownPerson> = new Map(),
): CatalogBuilder {
  const statuses = createRegistry<Status>(10_000);
  const types = createRegistry<IssueType>(10_001);
  const priorities = createRegistry<Named>(1);
  const resolutions = createRegistry<Named>(10_000);
  const projects = createRegistry<Project>(10_000);
  const components = createRegistry<Component>(10_000);
  const securityLevels = createRegistry<Named>(10_000);
  const customFields = createRegistry<string>(10_100);
  const boards = createRegistry<Board>(1);
  const versions = new Map<string, Version>();
  const sprints = new Map<string, Sprint>();
  const linkTypes = createRegistry<{ name: string; inward: string; outward: string }>(10_000);
  const people = new Map<string, Person>();

  const type: CatalogBuilder["type"] = (name, level) => {
    const known = [...types.all().values()].find((each) => each.name === name);
    if (level === null && known !== undefined) return known.id;
    const ofType = level ?? guessedLevel(name);
    return types.idOf(`${String(ofType)} ${name}`, null, (id) => ({ id, name, level: ofType }));
  };
  const board = (projectId: string, type: Board["type"]) =>
    boards.idOf(projectId, null, (id) => ({ id: Number(id), name: "", projectId, type }));
  const resolution: CatalogBuilder["resolution"] = (name, sourceId) =>
    resolutions.idOf(name, sourceId, (id) => ({ id, name }));

  return {
    status: (name, category, sourceId) =>
      statuses.idOf(`${category} ${name}`, sourceId, (id) => ({ id, name, category })),
    type,
    priority: (name) => priorities.idOf(name, null, (id) => ({ id, name })),
    resolution,
    project: (key, name) => projects.idOf(key, null, (id) => ({ id, key, name })),
    version: ({ id: given, ...version }) => {
      const { name, projectId } = version;
      const id =
        given ??
        idWhere(versions, (each) => each.name === name && each.projectId === projectId) ??
        freeId(versions);
      if (!versions.has(id)) versions.set(id, { ...version, id });
      return id;
    },
    component: (name, projectId) =>
      components.idOf(`${projectId} ${name}`, null, (id) => ({ id, name, projectId })),
    sprint: ({ id: given, ...sprint }, projectId) => {
      const boardId = projectId === null ? 0 : Number(board(projectId, "scrum"));
      const id =
        given?.toString() ??
        idWhere(sprints, (each) => each.name === sprint.name && each.boardId === boardId) ??
        freeId(sprints);
      if (!sprints.has(id)) sprints.set(id, { ...sprint, id: Number(id), boardId });
      return id;
    },
    securityLevel: (name) => securityLevels.idOf(name, null, (id) => ({ id, name })),
    link: (name, direction, words) => {
      const id = linkTypes.idOf(name, null, () => ({ name, inward: "", outward: "" }));
      const entry = linkTypes.all().get(id);
      if (entry?.[direction] === "") entry[direction] = words;
    },
    person: (person) => {
      if (person === null) return null;
      const accountId = accountIdOf(person);
      if (!people.has(accountId))
        people.set(accountId, {
          accountId,
          displayName: displayNameOf(person),
          ...known.get(person),
        });
      return accountId;
    },
    nameOf: (accountId) =>
      accountId === null ? null : (people.get(accountId)?.displayName ?? accountId),
    customField: (name) => `customfield_${customFields.idOf(name, null, () => name)}`,
    build: () => {
      for (const id of projects.all().keys()) board(id, "kanban");
      for (const alike of usualResolutions) {
        if (!alike.some((name) => hasName(resolutions.all(), name))) resolution(alike[0], null);
      }
      return {
        statuses: statuses.all(),
        types: types.all(),
        priorities: priorities.all(),
        resolutions: resolutions.all(),
        projects: projects.all(),
        versions,
        components: components.all(),
        sprints,
        boards: new Map(
          [...boards.all().values()].map((each) => [
            each.id,
            { ...each, name: `${projects.all().get(each.projectId)?.key ?? ""} board` },
          ]),
        ),
        securityLevels: securityLevels.all(),
        linkTypes: linkTypesByWords(linkTypes.all()),
        people,
      };
    },
  };
}

/** What every workflow needs: a resolution for work that was done and one for work that was not. */
const usualResolutions = [
  ["Done", "Fixed"],
  ["Won't Do", "Won't Fix"],
] as const;

function hasName(things: ReadonlyMap<string, Named>, wanted: string): boolean {
  return [...things.values()].some(({ name }) => name === wanted);
}

function idWhere<T>(
  things: ReadonlyMap<string, T>,
  isWanted: (thing: T) => boolean,
): string | undefined {
  return [...things].find(([, thing]) => isWanted(thing))?.[0];
}

/** Far above the ids that a site gives, so that one that is read later stays free. */
function freeId(things: ReadonlyMap<string, unknown>): string {
  let id = 950_000_000;
  while (things.has(String(id))) id += 1;
  return String(id);
}

function linkTypesByWords(
  types: ReadonlyMap<string, { name: string; inward: string; outward: string }>,
): ReadonlyMap<string, LinkType> {
  const byWords = new Map<string, LinkType>();
  for (const [id, { name, inward, outward }] of types) {
    const type = { id, name, inward: inward || name, outward: outward || name };
    byWords.set(type.inward, type);
    byWords.set(type.outward, type);
  }
  return byWords;
}

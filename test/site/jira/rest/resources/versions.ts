import { z } from "zod/mini";
import { createVersion, editVersion } from "../../edit/edit-version";
import { isReleased, type Version } from "../../store/catalog";
import type { StoredIssue } from "../../store/issue";
import type { Asker } from "../../visibility";
import type { World } from "../../world";
import { projectVersionBean } from "../beans/catalog-beans";
import { knownProject } from "../known";
import { knownVersion } from "../known-version";
import { originOf } from "../origin-of";
import { pageBean, pageSize, startAt } from "../paging";
import type { Resource } from "../resource";
import { notModelled, ok, refused } from "../rest-answer";

const written = z.looseObject({
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
  projectId: z.optional(z.number()),
  project: z.optional(z.string()),
  released: z.optional(z.boolean()),
  releaseDate: z.optional(z.iso.date()),
});
const modelled = ["name", "projectId", "project", "released", "releaseDate"];

/** Versions by project and by id, the counts of their issues, and editing them. */
export const versionResources: readonly Resource[] = [
  {
    operation: "GET /rest/api/3/project/{projectIdOrKey}/version",
    query: ["startAt", "maxResults", "query", "status"],
    answer: (world, { asker, parameter, query }) => {
      const project = knownProject(world, asker, parameter("projectIdOrKey"));
      const wanted = (query.get("query") ?? "").toLowerCase();
      const status = query.get("status");
      if (status?.includes("archived") === true) throw notModelled("archived versions");
      const found = versionsOfProject(world, project.id)
        .filter(({ name }) => name.toLowerCase().includes(wanted))
        .filter((version) => {
          const state = isReleased(version, world.store.now()) ? "released" : "unreleased";
          return status === null || status.split(",").includes(state);
        });
      const size = pageSize(query.get("maxResults"), { usual: 50, most: 50 });
      const self = `${world.siteUrl}/rest/api/3/project/${project.key}/version`;
      const page = pageBean(found, startAt(query), size, self);
      return ok({ ...page, values: page.values.map((each) => projectVersionBean(world, each)) });
    },
  },
  {
    operation: "GET /rest/api/3/version/{id}",
    answer: (world, { asker, parameter }) =>
      ok(projectVersionBean(world, knownVersion(world, asker, parameter("id")))),
  },
  {
    operation: "GET /rest/api/3/version/{id}/relatedIssueCounts",
    answer: (world, { asker, parameter }) => {
      const version = knownVersion(world, asker, parameter("id"));
      return ok({
        self: `${world.siteUrl}/rest/api/3/version/${version.id}/relatedIssueCounts`,
        issuesFixedCount: issuesOf(world, asker, version).length,
        issuesAffectedCount: 0,
        issueCountWithCustomFieldsShowingVersion: 0,
        customFieldUsage: [],
      });
    },
  },
  {
    operation: "GET /rest/api/3/version/{id}/unresolvedIssueCount",
    answer: (world, { asker, parameter }) => {
      const version = knownVersion(world, asker, parameter("id"));
      const issues = issuesOf(world, asker, version);
      return ok({
        self: `${world.siteUrl}/rest/api/3/version/${version.id}/unresolvedIssueCount`,
        issuesCount: issues.length,
        issuesUnresolvedCount: issues.filter(({ fields }) => fields.resolutionId === null).length,
      });
    },
  },
  {
    operation: "POST /rest/api/3/version",
    answer: (world, { asker, body }) => {
      const { name, projectId, project, releaseDate } = readVersion(body);
      const place = knownProject(world, asker, project ?? String(projectId ?? ""));
      if (name === undefined)
        throw refused(400, [], { name: "You must specify a valid version name" });
      const version = { name, projectId: place.id, releaseDate: releaseDate ?? null };
      const created = createVersion(world, version, originOf(asker));
      return { status: 201, body: projectVersionBean(world, created) };
    },
  },
  {
    operation: "PUT /rest/api/3/version/{id}",
    answer: (world, { asker, parameter, body }) => {
      const version = knownVersion(world, asker, parameter("id"));
      const { name, released, releaseDate } = readVersion(body);
      const patch = {
        ...(name === undefined ? {} : { name }),
        ...(released === undefined ? {} : { released }),
        ...(releaseDate === undefined ? {} : { releaseDate }),
      };
      const edited = editVersion(world, version, patch, originOf(asker));
      return ok(projectVersionBean(world, edited));
    },
  },
];

export function versionsOfProject(world: World, ofProject: string): readonly Version[] {
  return [...world.store.catalog.versions.values()].filter(
    ({ projectId }) => projectId === ofProject,
  );
}

function readVersion(body: unknown): z.infer<typeof written> {
  const parsed = written.safeParse(body);
  if (!parsed.success) throw refused(400, ["The request is invalid."]);
  const unmodelled = Object.keys(parsed.data).find((name) => !modelled.includes(name));
  if (unmodelled !== undefined) throw notModelled(`member ${unmodelled} of a version`);
  return parsed.data;
}

function issuesOf(world: World, asker: Asker, { id, projectId }: Version): readonly StoredIssue[] {
  return [...world.store.idsOfProject(projectId)]
    .flatMap((issueId) => world.store.byId(issueId) ?? [])
    .filter((issue) => asker.sees(issue) && issue.fields.fixVersionIds.includes(id));
}

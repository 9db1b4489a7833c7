import { z } from "zod/mini";

/** Bodies of Jira as far as the pages read them; other members pass. */
const named = z.looseObject({ name: z.string() });
const person = z.looseObject({ accountId: z.string(), displayName: z.string() });
const optional = <T extends z.core.$ZodType>(shape: T) => z.optional(z.nullable(shape));

const status = z.looseObject({
  name: z.string(),
  statusCategory: z.looseObject({ key: z.string(), name: z.string() }),
});
const issueType = z.looseObject({
  id: z.string(),
  name: z.string(),
  subtask: z.optional(z.boolean()),
  hierarchyLevel: z.optional(z.number()),
});
const relative = z.looseObject({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    summary: z.optional(z.string()),
    status: z.optional(status),
    issuetype: z.optional(issueType),
  }),
});

export const project = z.looseObject({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  projectTypeKey: z.optional(z.string()),
});
export type Project = z.infer<typeof project>;
export const projectPage = z.looseObject({ values: z.array(project) });

const issueFields = z.looseObject({
  summary: z.optional(z.string()),
  status: z.optional(status),
  issuetype: z.optional(issueType),
  project: z.optional(project),
  priority: optional(named),
  resolution: optional(named),
  assignee: optional(person),
  reporter: optional(person),
  labels: z.optional(z.array(z.string())),
  components: z.optional(z.array(named)),
  fixVersions: z.optional(z.array(named)),
  created: optional(z.string()),
  updated: optional(z.string()),
  resolutiondate: optional(z.string()),
  duedate: optional(z.string()),
  timeoriginalestimate: optional(z.number()),
  parent: optional(relative),
  subtasks: z.optional(z.array(relative)),
});
export type Relative = z.infer<typeof relative>;

export const issue = z.looseObject({
  id: z.string(),
  key: z.string(),
  fields: issueFields,
});
export type Issue = z.infer<typeof issue>;

/** Every field of the site, for the names of the custom ones. */
export const fieldList = z.array(z.looseObject({ id: z.string(), name: z.string() }));

export const searchPage = z.looseObject({
  issues: z.array(issue),
  nextPageToken: optional(z.string()),
});

export const transitions = z.looseObject({
  transitions: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      to: status,
      fields: z.optional(
        z.looseObject({
          resolution: z.optional(
            z.looseObject({
              allowedValues: z.array(z.looseObject({ id: z.string(), name: z.string() })),
            }),
          ),
        }),
      ),
    }),
  ),
});
export type Transition = z.infer<typeof transitions>["transitions"][number];

export const changelogPage = z.looseObject({
  total: z.number(),
  values: z.array(
    z.looseObject({
      id: z.string(),
      created: z.string(),
      author: optional(person),
      items: z.array(
        z.looseObject({
          field: z.string(),
          fromString: optional(z.string()),
          toString: optional(z.string()),
        }),
      ),
    }),
  ),
});
export type History = z.infer<typeof changelogPage>["values"][number];

export const myPermissions = z.looseObject({
  permissions: z.record(z.string(), z.looseObject({ havePermission: z.boolean() })),
});

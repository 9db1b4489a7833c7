/** A field as GET /field lists it. */
export type FieldDetails = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly untranslatedName?: string;
  readonly custom: boolean;
  readonly orderable: boolean;
  readonly navigable: boolean;
  readonly searchable: boolean;
  readonly clauseNames: readonly string[];
  readonly schema?: {
    readonly type: string;
    readonly items?: string;
    readonly system?: string;
    readonly custom?: string;
    readonly customId?: number;
  };
};

/** Every field of the local site. `parent` has no schema and cannot be searched for, as on recorded sites. */
export const fieldDetails: readonly FieldDetails[] = [
  system("summary", "Summary", "string", ["summary"]),
  system("issuetype", "Issue Type", "issuetype", ["issuetype", "type"]),
  system("project", "Project", "project", ["project"]),
  system("status", "Status", "status", ["status"]),
  system("statuscategorychangedate", "Status Category Changed", "datetime", [
    "statusCategoryChangedDate",
  ]),
  {
    id: "parent",
    key: "parent",
    name: "Parent",
    custom: false,
    orderable: false,
    navigable: true,
    searchable: false,
    clauseNames: ["parent"],
  },
  listOf("subtasks", "Sub-tasks", "issuelinks", []),
  listOf("issuelinks", "Linked Issues", "issuelinks", ["issueLinkType"]),
  system("priority", "Priority", "priority", ["priority"]),
  system("resolution", "Resolution", "resolution", ["resolution"]),
  system("resolutiondate", "Resolved", "datetime", ["resolutiondate", "resolved"]),
  system("created", "Created", "datetime", ["created", "createdDate"]),
  system("updated", "Updated", "datetime", ["updated", "updatedDate"]),
  system("duedate", "Due date", "date", ["due", "duedate"]),
  system("assignee", "Assignee", "user", ["assignee"]),
  system("reporter", "Reporter", "user", ["reporter"]),
  system("creator", "Creator", "user", ["creator"]),
  listOf("labels", "Labels", "string", ["labels"]),
  listOf("fixVersions", "Fix versions", "version", ["fixVersion"]),
  listOf("components", "Components", "component", ["component"]),
  system("security", "Security Level", "securitylevel", ["level"]),
  system("timeoriginalestimate", "Original estimate", "number", [
    "originalEstimate",
    "timeoriginalestimate",
  ]),
  system("timeestimate", "Remaining Estimate", "number", ["remainingEstimate", "timeestimate"]),
  system("timespent", "Time Spent", "number", ["timespent"]),
  system("description", "Description", "string", ["description"]),
  custom(10020, "Sprint", {
    type: "array",
    items: "json",
    custom: "com.pyxis.greenhopper.jira:gh-sprint",
  }),
  custom(10034, "Story Points", {
    type: "number",
    custom: "com.atlassian.jira.plugin.system.customfieldtypes:float",
  }),
];

function system(
  id: string,
  name: string,
  type: string,
  clauseNames: readonly string[],
): FieldDetails {
  return {
    id,
    key: id,
    name,
    custom: false,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames,
    schema: { type, system: id },
  };
}

function listOf(
  id: string,
  name: string,
  items: string,
  clauseNames: readonly string[],
): FieldDetails {
  return {
    ...system(id, name, "array", clauseNames),
    schema: { type: "array", items, system: id },
  };
}

function custom(
  customId: number,
  name: string,
  schema: { readonly type: string; readonly items?: string; readonly custom: string },
): FieldDetails {
  const id = `customfield_${String(customId)}`;
  const typed = schema.type === "number" ? [`${name}[Number]`] : [];
  return {
    ...system(id, name, schema.type, [`cf[${String(customId)}]`, name, ...typed]),
    untranslatedName: name,
    custom: true,
    schema: { ...schema, customId },
  };
}

import type { Resource } from "./resource";
import { catalogResources } from "./resources/catalogs";
import { changelogResources } from "./resources/changelogs";
import { editResources } from "./resources/edits";
import { issueResources } from "./resources/issues";
import { jqlResources } from "./resources/jql";
import { permissionResources } from "./resources/permissions";
import { pickerResource } from "./resources/picker";
import { projectResources } from "./resources/projects";
import { searchResources } from "./resources/search";
import { userResources } from "./resources/users";

/** Every operation of Jira that the local site answers. */
export function allResources(): readonly Resource[] {
  return [
    ...searchResources(),
    ...issueResources,
    ...changelogResources(),
    ...jqlResources,
    ...catalogResources,
    ...projectResources,
    ...permissionResources,
    ...userResources,
    pickerResource,
    ...editResources,
  ];
}

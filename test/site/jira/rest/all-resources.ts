import type { Resource } from "./resource";
import { archiveResources } from "./resources/archive";
import { boardResources } from "./resources/boards";
import { catalogResources } from "./resources/catalogs";
import { changelogResources } from "./resources/changelogs";
import { editResources } from "./resources/edits";
import { groupResources } from "./resources/groups";
import { issueLinkResources } from "./resources/issue-links";
import { issuePropertyResources } from "./resources/issue-properties";
import { issueResources } from "./resources/issues";
import { jqlResources } from "./resources/jql";
import { oldSearchResources } from "./resources/old-search";
import { permissionResources } from "./resources/permissions";
import { pickerResource } from "./resources/picker";
import { projectResources } from "./resources/projects";
import { searchResources } from "./resources/search";
import { sprintResources } from "./resources/sprints";
import { transitionResources } from "./resources/transitions";
import { userResources } from "./resources/users";
import { versionRemovalResources } from "./resources/version-removal";
import { versionResources } from "./resources/versions";

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
    ...archiveResources,
    ...transitionResources,
    ...issueLinkResources,
    ...issuePropertyResources(),
    ...versionResources,
    ...versionRemovalResources,
    ...boardResources,
    ...sprintResources,
    ...groupResources,
    ...oldSearchResources,
  ];
}

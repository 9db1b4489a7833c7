import type { CategoryKey } from "../store/catalog";
import type { CatalogBuilder } from "./catalog-builder";

/** What is needed to take in the issues of one export file. */
export type ImportContext = {
  readonly catalog: CatalogBuilder;
  /** An id of this file's source site as it is in the local site. */
  readonly siteId: (sourceId: string) => string;
  readonly categoryOf: (statusName: string) => CategoryKey;
  /** Name of the status in which issues without history are thought to have begun. */
  readonly firstStatus: string;
  /** By any key that the issue ever had; undefined when it is not in the load. */
  readonly issueIdOf: (key: string) => string | undefined;
  readonly projectIdOf: (projectKey: string) => string;
  /** Name of a security level for issues of which the export names none. */
  readonly securityLevelOf: (key: string) => string | null;
};

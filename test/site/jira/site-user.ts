/** Somebody who can sign in to the local site, and what Jira lets them do. */
export type SiteUser = {
  readonly accountId: string;
  readonly displayName: string;
  /** Holds ADMINISTER. */
  readonly admin: boolean;
  /** Keys of the projects whose issues they may browse. */
  readonly projects: "all" | readonly string[];
  /** Names of the issue security levels they may see. */
  readonly securityLevels: "all" | readonly string[];
  readonly timeZone?: string;
};

import type { CallLog, Jira, JiraRequest, Platform } from "../boundary";
import type { Clock } from "../clock";
import type { Faults } from "../faults/faults";
import type { SearchLag } from "../faults/search-lag";
import type { Dashboards, DashboardLayout } from "./dashboards";
import type { IssueNews } from "./issue-news";
import type { AppManifest } from "./manifest";

/** A person who can be chosen in the user switch. */
export type Person = {
  readonly accountId: string;
  readonly displayName: string;
  readonly timeZone?: string;
};

export type SiteOptions = {
  /** Port of the site's origin; the app's resources are served on the next one. 0 takes free ports. */
  readonly port: number;
  /** A loopback address. */
  readonly host: string;
  readonly platform: Platform;
  readonly jira: Jira;
  /** Whether the manifest's scopes open what a frame asks of Jira; everything by default. */
  readonly allows?: (request: Pick<JiraRequest, "method" | "path">) => boolean;
  readonly clock: Clock;
  /** What may be made to go wrong. */
  readonly faults: Faults;
  readonly searchLag: SearchLag;
  /** The parsed manifest.yml. */
  readonly manifest: unknown;
  /** The folder that holds manifest.yml, the built resources and test/site. */
  readonly root: string;
  readonly users: readonly Person[];
  /** Who a browser without a cookie is; the first user by default. */
  readonly defaultUser?: string;
  readonly siteName?: string;
  readonly cloudId: string;
  readonly environmentId: string;
  /** What the first dashboard holds at the start. */
  readonly dashboard?: DashboardLayout;
  /** Further POST /__control/<name> handlers; what they return is the JSON answer. */
  readonly control?: Readonly<Record<string, (body: unknown) => unknown>>;
};

/** One report of a browser that the content security policy of an app page was broken. */
export type CspViolation = {
  readonly directive: string;
  readonly blocked: string;
  readonly document: string;
};

/** What every page and endpoint of the site knows. */
export type Site = {
  readonly name: string;
  readonly url: string;
  /** Origin of the app's resources, which is another site than the pages. */
  readonly appOrigin: string;
  readonly cloudId: string;
  readonly environmentId: string;
  readonly manifest: AppManifest;
  readonly root: string;
  readonly platform: Platform;
  readonly calls: CallLog;
  readonly jira: Jira;
  readonly allows: NonNullable<SiteOptions["allows"]>;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly searchLag: SearchLag;
  readonly users: readonly Person[];
  readonly defaultUser: Person;
  readonly dashboards: Dashboards;
  readonly news: IssueNews;
  readonly violations: CspViolation[];
  readonly tokens: string;
};

/** URL of a resource's page in the app's origin, as the frames load it. */
export function resourceUrl(site: Site, resource: string): string {
  const { appId } = site.manifest;
  const page = `${site.appOrigin}/${appId}/${site.environmentId}/${resource}/index.html`;
  return `${page}?hostname=${encodeURIComponent(site.url)}`;
}

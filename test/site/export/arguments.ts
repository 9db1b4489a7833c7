import { parseArgs } from "node:util";

export type ExportArguments = {
  /** Origin of the site, without a path. */
  readonly site: string;
  readonly jql: string;
  readonly out: string;
  readonly email: string;
  readonly token: string;
};

export const usage =
  'npm run export -- --site https://NAME.atlassian.net --jql "project = ABC" --out DIR\n' +
  "with JIRA_EMAIL and JIRA_API_TOKEN in the environment";

/** The arguments of an export; a text instead says what is missing. The token comes from the environment only. */
export function exportArguments(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ExportArguments | string {
  const values = read(argv);
  if (typeof values === "string") return values;
  const { site, jql, out } = values;
  if (!site || !jql || !out) return "--site, --jql and --out are needed";
  const wrong = wrongSite(site);
  if (wrong !== null) return wrong;
  const email = environment["JIRA_EMAIL"];
  const token = environment["JIRA_API_TOKEN"];
  if (!email || !token) return "JIRA_EMAIL and JIRA_API_TOKEN are needed in the environment";
  return { site: new URL(site).origin, jql, out, email, token };
}

function read(argv: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ args: [...argv], options: { site: text, jql: text, out: text } }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A token is not sent in clear text, except to a site on this machine. */
function wrongSite(site: string): string | null {
  const url = URL.canParse(site) ? new URL(site) : null;
  if (url === null || !["", "/"].includes(url.pathname) || url.search !== "") {
    return "--site is an address without a path, as https://NAME.atlassian.net";
  }
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && isHere);
  return isSafe ? null : "--site begins with https://";
}

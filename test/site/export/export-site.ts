import type { KnownFields } from "../jira/import/jira-histories";
import { openUnfinished, type Unfinished } from "./checkpoint";
import { exportedPage } from "./exported-page";
import { ExportFailed } from "./jira-client";
import type { SiteReader } from "./read-site";
import { writeExport } from "./write-export";

export type ExportOrder = {
  /** Origin of the site; the files are called after the first label of its name. */
  readonly site: string;
  readonly jql: string;
  readonly folder: string;
  /** Issues a page; a live site gives a hundred at most when it gives fields. */
  readonly pageSize?: number;
  readonly onProgress: (issues: number, about: number) => void;
  readonly say: (text: string) => void;
};

export type Exported = { readonly file: string; readonly issues: number };

/** Writes what a query finds, with full changelogs, in the format that `--data` loads. Goes on where it was stopped. */
export async function exportSite(reader: SiteReader, order: ExportOrder): Promise<Exported> {
  const { site, jql, folder } = order;
  const name = new URL(site).hostname.split(".")[0] ?? "site";
  const unfinished = openUnfinished(folder, name, { site, jql });
  const known = await reader.fields();
  const statuses = await reader.statuses();
  const { people, issues } = await readAll({ reader, order, known, unfinished });
  const file = writeExport({ folder, name }, { lines: unfinished.lines(), statuses, people });
  unfinished.remove();
  return { file, issues };
}

type Work = {
  readonly reader: SiteReader;
  readonly order: ExportOrder;
  readonly known: KnownFields;
  readonly unfinished: Unfinished;
};

type Progress = {
  readonly issues: number;
  readonly people: Readonly<Record<string, string>>;
  readonly nextPageToken?: string | undefined;
};

const beginning: Progress = { issues: 0, people: {} };

async function readAll({ reader, order, known, unfinished }: Work): Promise<Progress> {
  const { site, jql, pageSize = 100, onProgress, say } = order;
  const about = await reader.roughCount(jql);
  let progress = begun(unfinished, say);
  for (;;) {
    const { nextPageToken } = progress;
    const page = await reader
      .page({ jql, known, size: pageSize, nextPageToken })
      .catch(unlessExpired(nextPageToken));
    if (page === "expired") {
      say("The search is too old to go on with: the export begins again.");
      unfinished.restart();
      progress = beginning;
      continue;
    }
    const { lines, people } = await exportedPage(reader, page.issues, known);
    progress = {
      issues: progress.issues + lines.length,
      people: { ...progress.people, ...people },
      nextPageToken: page.nextPageToken,
    };
    unfinished.add(lines, { site, jql, ...progress });
    onProgress(progress.issues, about);
    if (page.nextPageToken === undefined) return progress;
  }
}

function begun(unfinished: Unfinished, say: ExportOrder["say"]): Progress {
  const saved = unfinished.resume();
  if (saved !== undefined) {
    say(`Going on after ${String(saved.issues)} issues.`);
    return saved;
  }
  unfinished.restart();
  return beginning;
}

/** Jira forgets a search after seven days and refuses its token with 400; a query without a token is refused for good. */
function unlessExpired(nextPageToken: string | undefined) {
  return (problem: unknown): "expired" => {
    const isRefused = problem instanceof ExportFailed && problem.status === 400;
    if (isRefused && nextPageToken !== undefined) return "expired";
    throw problem;
  };
}

import type { LocalJira } from "../../site/jira/create-jira";
import type { Agenda } from "./agenda";

/** What left the app's sight, or came back from the archive, without a word that reached it: no search finds that, only the nightly audit. */
export type Silence = {
  /** The app took in an event of this body. */
  readonly taken: (body: Readonly<Record<string, unknown>>) => void;
  /** The app's own permissions changed, of which Jira tells nobody. */
  readonly permissionsChanged: () => void;
  readonly isKept: () => boolean;
};

export function createSilence(jira: LocalJira, agenda: Agenda): Silence {
  const goneAt = new Map<string, number>();
  const takenAt = new Map<string, number>();
  let untold = false;
  const app = jira.visibility.askerOf(jira.appAccountId);
  jira.store.onEvent((event) => {
    if (event.kind === "version" || event.kind === "sprint") return;
    const { issue, kind } = event;
    const isSilent = kind === "archived" || kind === "restored";
    const isSeen = kind !== "deleted" && !isSilent && app?.sees(issue) === true;
    if (isSeen) goneAt.delete(issue.id);
    else goneAt.set(issue.id, agenda.now());
  });
  return {
    taken: ({ issue }) => {
      if (typeof issue !== "object" || issue === null || !("id" in issue)) return;
      takenAt.set(String(issue.id), agenda.now());
    },
    permissionsChanged: () => {
      untold = true;
    },
    isKept: () =>
      untold || [...goneAt].some(([id, at]) => (takenAt.get(id) ?? Number.NEGATIVE_INFINITY) < at),
  };
}

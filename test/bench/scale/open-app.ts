import { addMilliseconds } from "date-fns";
import { createJira } from "../../../src/jira/app-jira";
import { createJiraPast } from "../../../src/jira/past";
import { createPointsMeter } from "../../../src/jira/points-meter";
import { createViewer } from "../../../src/jira/viewer";
import { createStore } from "../../../src/store/store";
import type { Ports, ViewerPorts } from "../../../src/use-cases/ports";
import { asOf } from "../../build/item";
import type { SqlEngineName } from "../../site/platform/sql/open-sql";
import { jiraAnswers, type JiraAnswers } from "./jira-answers";
import type { MadeSite } from "./made-site";
import { openWatchedSql, type WatchedSql } from "./watched-sql";

/** The app's use cases in this process, over the real @forge packages, with a made-up site in place of Jira. */
export type BenchApp = {
  /** What an event or a job gets. */
  readonly ports: Ports;
  /** The same without a budget of points: what the first reading would do in many hours. */
  readonly unmetered: Ports;
  readonly as: (accountId: string) => ViewerPorts;
  readonly sql: WatchedSql;
  readonly jira: JiraAnswers;
  readonly now: () => Date;
  readonly advance: (milliseconds: number) => void;
  readonly stop: () => Promise<void>;
};

type Target = { readonly type: string; readonly remote?: string };
type Init = { readonly method?: string; readonly body?: string };

const patienceSeconds = 1;

export async function openApp(site: MadeSite, engine: SqlEngineName): Promise<BenchApp> {
  const sql = await openWatchedSql(engine);
  const jira = jiraAnswers(site);
  const forgeFetch = (target: Target, path: string, init: Init = {}): Promise<Response> => {
    const { method = "GET", body = "" } = init;
    if (target.remote === "jira") return Promise.resolve(jira.answer(method, path, body));
    return sql.serve({ target: path, method, body });
  };
  Reflect.set(globalThis, "__forge_fetch__", forgeFetch);

  let at = asOf;
  let ids = 1_000_000_000;
  const now = () => at;
  const store = createStore();
  const gate = createPointsMeter({
    ledger: store.points,
    by: "background",
    now,
    settings: store.settings,
  });
  const ports: Ports = {
    now,
    newId: () => String((ids += 1)),
    jira: createJira(patienceSeconds, gate),
    jiraPast: createJiraPast(patienceSeconds, now, gate),
    store,
    points: gate,
    queue: { push: () => Promise.resolve() },
  };
  return {
    ports,
    unmetered: { ...ports, jira: createJira(patienceSeconds) },
    as: (accountId) => ({ ...ports, viewer: createViewer(accountId, patienceSeconds) }),
    sql,
    jira,
    now,
    advance: (milliseconds) => {
      at = addMilliseconds(at, milliseconds);
    },
    stop: () => sql.stop(),
  };
}

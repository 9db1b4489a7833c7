import { accountSql } from "../../../src/store/sql/account-sql";
import { closureSql } from "../../../src/store/sql/closure-sql";
import { drainSql } from "../../../src/store/sql/drain-sql";
import { goalSql } from "../../../src/store/sql/goal-sql";
import { historySql } from "../../../src/store/sql/history-sql";
import { issueSql } from "../../../src/store/sql/issue-sql";
import { linkSql } from "../../../src/store/sql/link-sql";
import { placeSql } from "../../../src/store/sql/place-sql";
import { rollSql } from "../../../src/store/sql/roll-sql";
import { roomSql } from "../../../src/store/sql/room-sql";
import { scopeSql } from "../../../src/store/sql/scope-sql";
import { siteSql } from "../../../src/store/sql/site-sql";
import { stateSql } from "../../../src/store/sql/state-sql";
import { syncSql } from "../../../src/store/sql/sync-sql";
import type { ListStatement, Statement } from "../../../src/store/statement";

const { histogram, ...scope } = scopeSql;
const families: readonly Readonly<Record<string, Statement | ListStatement>>[] = [
  accountSql,
  closureSql,
  drainSql,
  goalSql,
  historySql,
  issueSql,
  linkSql,
  placeSql,
  rollSql,
  roomSql,
  scope,
  histogram,
  siteSql,
  stateSql,
  syncSql,
];

/** The text of a statement, whatever the number of its rows, ids or answers. */
const shapeOf = (sql: string) =>
  sql
    .replace(/\s+/g, " ")
    .replace(/LIMIT \d+/g, "LIMIT n")
    .replace(/\(\?(?:, \?)*\)(?:, \(\?(?:, \?)*\))*/g, "(?)")
    .replace(/(\((?:\w+ = \? AND \w+ = \?)\))(?: OR \1)+/g, "$1")
    .replace(/(?: UNION ALL SELECT \?(?:, \?)*(?![\w,]| AS))+/g, " …")
    .trim();

const names = new Map(
  families
    .flatMap((family) => Object.values(family))
    .flatMap((each) => (typeof each === "function" ? [each(1), each(3)] : [each]))
    .map(({ name, sql }) => [shapeOf(sql).replace(/ …/g, ""), name] as const),
);

/** The store's name of a statement that reached the gateway; its beginning where the store has none for it. */
export function statementName(sql: string): string {
  return names.get(shapeOf(sql).replace(/ …/g, "")) ?? sql.trim().slice(0, 40);
}

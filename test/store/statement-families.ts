import { accountSql } from "../../src/store/sql/account-sql";
import { closureSql } from "../../src/store/sql/closure-sql";
import { drainSql } from "../../src/store/sql/drain-sql";
import { goalSql } from "../../src/store/sql/goal-sql";
import { historySql } from "../../src/store/sql/history-sql";
import { issueSql } from "../../src/store/sql/issue-sql";
import { linkSql } from "../../src/store/sql/link-sql";
import { monthSql } from "../../src/store/sql/month-sql";
import { placeSql } from "../../src/store/sql/place-sql";
import { roomSql } from "../../src/store/sql/room-sql";
import { readingSql } from "../../src/store/sql/reading-sql";
import { rollSql } from "../../src/store/sql/roll-sql";
import { scopeSql } from "../../src/store/sql/scope-sql";
import { siteSql } from "../../src/store/sql/site-sql";
import { stateSql } from "../../src/store/sql/state-sql";
import { syncSql } from "../../src/store/sql/sync-sql";
import { verifySql } from "../../src/store/sql/verify-sql";
import type { ListStatement, Statement } from "../../src/store/statement";

/** Every statement of the store, by family. */
export const statementFamilies: readonly Readonly<Record<string, Statement | ListStatement>>[] = [
  accountSql,
  closureSql,
  drainSql,
  goalSql,
  historySql,
  issueSql,
  linkSql,
  monthSql,
  placeSql,
  readingSql,
  rollSql,
  roomSql,
  scopeSql,
  siteSql,
  stateSql,
  syncSql,
  verifySql,
];

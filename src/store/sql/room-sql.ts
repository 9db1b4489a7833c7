import { statements } from "../statement";

export const roomSql = statements("room", {
  /** Rows and bytes of text of the tables that grow with the site. */
  tables: `SELECT 'fact' AS kind, COUNT(*) AS n, 0 AS text_bytes FROM issue_fact
    UNION ALL SELECT 'scope' AS kind, COUNT(*) AS n, 0 AS text_bytes FROM goal_scope
    UNION ALL SELECT 'member' AS kind, COUNT(*) AS n, 0 AS text_bytes FROM goal_issue
    UNION ALL SELECT 'past' AS kind, COUNT(*) AS n, COALESCE(SUM(p.size), 0) AS text_bytes FROM issue_past p
    UNION ALL SELECT 'past-member' AS kind, COUNT(*) AS n, 0 AS text_bytes FROM goal_past_member
    UNION ALL SELECT 'day' AS kind, COUNT(*) AS n, COALESCE(SUM(LENGTH(d.doc)), 0) AS text_bytes FROM goal_day d
    UNION ALL SELECT 'month' AS kind, COUNT(*) AS n, COALESCE(SUM(LENGTH(m.doc)), 0) AS text_bytes FROM goal_month m
    UNION ALL SELECT 'audit' AS kind, COUNT(*) AS n, COALESCE(SUM(LENGTH(a.details)), 0) AS text_bytes FROM audit a`,
  oldAnswers: "DELETE FROM answered WHERE at_ms < ?",
  oldChecks: "DELETE FROM person_browse WHERE checked_ms < ?",
  oldPoints: "DELETE FROM sync_state WHERE k LIKE 'points:20%' AND updated_ms < ?",
});

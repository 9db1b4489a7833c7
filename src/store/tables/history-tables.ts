import { firstTables } from "./table-options";

/**
 * What was. `issue_past` has one row an issue: how it stood when it was read and its changelog, in `doc` (empty where
 * Jira no longer gives the issue); `size` is what the document takes in an answer in bytes. `goal_past_member` names
 * the issues that may have been in the scope of a goal once. `goal_day.day` is days since 1970-01-01 in the site's zone,
 * `goal_month.month` months since 1970-01: what is newer stands behind what is older, so that days and months are
 * appended, and the oldest are found and forgotten, without a look at the others.
 */
export const historyTables = firstTables({
  issue_past: `
    issue_id BIGINT NOT NULL,
    project_id BIGINT NOT NULL,
    project_key VARCHAR(255) NOT NULL,
    secured TINYINT NOT NULL,
    created_ms BIGINT NOT NULL,
    size INT NOT NULL,
    doc MEDIUMTEXT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (issue_id)`,
  goal_past_member: `
    goal_id BIGINT NOT NULL,
    issue_id BIGINT NOT NULL,
    PRIMARY KEY (goal_id, issue_id)`,
  goal_day: `
    day INT NOT NULL,
    goal_id BIGINT NOT NULL,
    doc MEDIUMTEXT NOT NULL,
    PRIMARY KEY (day, goal_id)`,
  goal_month: `
    month INT NOT NULL,
    goal_id BIGINT NOT NULL,
    kept_days TINYINT NOT NULL,
    doc MEDIUMTEXT NOT NULL,
    PRIMARY KEY (month, goal_id)`,
});

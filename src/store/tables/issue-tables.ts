import { tableOptions } from "./table-options";

/**
 * What the app knows of Jira's issues, and which goals they serve. `category` is 0 to do, 1 in progress, 2 done; `role`
 * is 0 leaf, 1 empty container, 2 folded, 3 container. `points_m` are thousandths of a point, `…_s` seconds. A scope row
 * that is `gone` stays for a while, so that no slow writer brings it back: the higher `stamp` wins. A marked issue is
 * free to be claimed when `lease_ms` has passed; 0 says that nobody has claimed it since its mark. `sub_task` tells of each
 * sub-task, known or not, the issues that name it or did lately.
 */
export const issueTables = {
  "1-issue-fact": `CREATE TABLE IF NOT EXISTS issue_fact (
    issue_id BIGINT NOT NULL,
    issue_key VARCHAR(255) NOT NULL,
    project_id BIGINT NOT NULL,
    project_key VARCHAR(255) NOT NULL,
    parent_id BIGINT NULL,
    type_id BIGINT NOT NULL,
    level INT NOT NULL,
    category TINYINT NOT NULL,
    resolution VARCHAR(255) NULL,
    done_ms BIGINT NULL,
    points_m BIGINT NULL,
    estimate_s BIGINT NULL,
    open_sub_tasks INT NOT NULL,
    sub_task_ids TEXT NOT NULL,
    has_children TINYINT NOT NULL,
    secured TINYINT NOT NULL,
    gone TINYINT NOT NULL,
    created_ms BIGINT NOT NULL,
    synced_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (issue_id),
    KEY fact_parent (parent_id),
    KEY fact_project (project_id)
  ) ${tableOptions}`,
  "1-sub-task": `CREATE TABLE IF NOT EXISTS sub_task (
    issue_id BIGINT NOT NULL,
    parent_id BIGINT NOT NULL,
    PRIMARY KEY (issue_id, parent_id)
  ) ${tableOptions}`,
  "1-goal-issue": `CREATE TABLE IF NOT EXISTS goal_issue (
    goal_id BIGINT NOT NULL,
    issue_id BIGINT NOT NULL,
    link_id BIGINT NOT NULL,
    sweep INT NOT NULL,
    PRIMARY KEY (goal_id, issue_id, link_id),
    KEY member_issue (issue_id, goal_id)
  ) ${tableOptions}`,
  "1-goal-scope": `CREATE TABLE IF NOT EXISTS goal_scope (
    goal_id BIGINT NOT NULL,
    issue_id BIGINT NOT NULL,
    role TINYINT NOT NULL,
    category TINYINT NOT NULL,
    dropped TINYINT NOT NULL,
    settle_ms BIGINT NULL,
    done_ms BIGINT NULL,
    open_sub_tasks INT NOT NULL,
    project_id BIGINT NOT NULL,
    type_id BIGINT NOT NULL,
    level INT NOT NULL,
    points_m BIGINT NULL,
    estimate_s BIGINT NULL,
    sub_estimate_s BIGINT NULL,
    secured TINYINT NOT NULL,
    print BIGINT NOT NULL,
    gone TINYINT NOT NULL,
    stamp BIGINT NOT NULL,
    PRIMARY KEY (goal_id, issue_id),
    KEY scope_issue (issue_id, goal_id),
    KEY scope_project (project_id, goal_id)
  ) ${tableOptions}`,
  "1-dirty-issue": `CREATE TABLE IF NOT EXISTS dirty_issue (
    issue_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    hint_ms BIGINT NOT NULL,
    lease BIGINT NOT NULL,
    lease_ms BIGINT NOT NULL,
    tries INT NOT NULL,
    PRIMARY KEY (issue_id),
    KEY dirty_order (lease_ms, sequence),
    KEY dirty_lease (lease)
  ) ${tableOptions}`,
};

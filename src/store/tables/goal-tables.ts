import { firstTables } from "./table-options";

/**
 * Goals, how they hang together, and what their scopes amount to. `…_ms` are epoch milliseconds, `…_day` days since
 * 1970-01-01. Ids are made by the app: Forge SQL advises against AUTO_INCREMENT. `goal_rollup.day_doc` is what a day
 * keeps of the rollup in `doc`.
 */
export const goalTables = firstTables({
  goal: `
    id BIGINT NOT NULL,
    parent_id BIGINT NULL,
    title VARCHAR(255) NOT NULL,
    title_folded VARCHAR(255) NOT NULL,
    why TEXT NOT NULL,
    owner VARCHAR(128) NULL,
    state VARCHAR(16) NOT NULL,
    rule VARCHAR(8) NOT NULL,
    count_sub_tasks TINYINT NOT NULL,
    combine VARCHAR(8) NOT NULL,
    weight INT NOT NULL,
    own_weight INT NOT NULL,
    start_day INT NULL,
    target_day INT NULL,
    archived TINYINT NOT NULL,
    version INT NOT NULL,
    rule_version INT NOT NULL,
    created_by VARCHAR(128) NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (id),
    KEY goal_parent (parent_id)`,
  goal_closure: `
    ancestor_id BIGINT NOT NULL,
    descendant_id BIGINT NOT NULL,
    depth INT NOT NULL,
    PRIMARY KEY (ancestor_id, descendant_id),
    KEY closure_descendant (descendant_id, ancestor_id)`,
  goal_link: `
    id BIGINT NOT NULL,
    goal_id BIGINT NOT NULL,
    kind VARCHAR(8) NOT NULL,
    issue_id BIGINT NULL,
    jql VARCHAR(2000) NULL,
    descendants TINYINT NOT NULL,
    created_by VARCHAR(128) NOT NULL,
    created_ms BIGINT NOT NULL,
    sweep INT NOT NULL,
    pass BIGINT NOT NULL,
    read_ms BIGINT NULL,
    broken TEXT NULL,
    PRIMARY KEY (id),
    KEY link_goal (goal_id),
    KEY link_pass (pass),
    KEY link_issue (issue_id)`,
  goal_rollup: `
    goal_id BIGINT NOT NULL,
    doc MEDIUMTEXT NOT NULL,
    day_doc MEDIUMTEXT NOT NULL,
    next_settle_ms BIGINT NULL,
    computed_ms BIGINT NOT NULL,
    effort INT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (goal_id),
    KEY rollup_settle (next_settle_ms)`,
  goal_reading: `
    goal_id BIGINT NOT NULL,
    doc TEXT NOT NULL,
    PRIMARY KEY (goal_id)`,
  dirty_goal: `
    goal_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    place_sequence BIGINT NOT NULL,
    placed_sequence BIGINT NOT NULL,
    PRIMARY KEY (goal_id)`,
  audit: `
    id BIGINT NOT NULL,
    goal_id BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    account_id VARCHAR(128) NOT NULL,
    action VARCHAR(64) NOT NULL,
    details MEDIUMTEXT NOT NULL,
    PRIMARY KEY (id),
    KEY audit_goal (goal_id, at_ms)`,
});

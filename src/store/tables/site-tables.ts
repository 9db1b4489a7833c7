import { firstTables } from "./table-options";

/** What the app knows of projects and people, and the site's own state. */
export const siteTables = firstTables({
  project_settle: `
    project_id BIGINT NOT NULL,
    project_key VARCHAR(255) NOT NULL,
    days INT NOT NULL,
    reopenings INT NOT NULL,
    read_ms BIGINT NOT NULL,
    PRIMARY KEY (project_id)`,
  size_pool: `
    project_id BIGINT NOT NULL,
    doc MEDIUMTEXT NOT NULL,
    read_ms BIGINT NOT NULL,
    PRIMARY KEY (project_id)`,
  person_browse: `
    account_id VARCHAR(128) NOT NULL,
    project_id BIGINT NOT NULL,
    may TINYINT NOT NULL,
    checked_ms BIGINT NOT NULL,
    PRIMARY KEY (account_id, project_id)`,
  answered: `
    account_id VARCHAR(128) NOT NULL,
    action_key VARCHAR(64) NOT NULL,
    answer MEDIUMTEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (account_id, action_key)`,
  sync_state: `
    k VARCHAR(64) NOT NULL,
    v MEDIUMTEXT NOT NULL,
    version INT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (k)`,
});

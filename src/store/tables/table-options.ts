/** Texts compare by their bytes on every engine. */
export const tableOptions = "DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin";

/** The statements that make tables of the first version, by the names of their migrations: `1-goal-link` makes `goal_link`. */
export const firstTables = (
  columnsByTable: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(columnsByTable).map(([table, columns]) => [
      `1-${table.replaceAll("_", "-")}`,
      `CREATE TABLE IF NOT EXISTS ${table} (${columns}) ${tableOptions}`,
    ]),
  );

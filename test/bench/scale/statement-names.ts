import { statementFamilies } from "../../store/statement-families";

/** The text of a statement, whatever the number of its rows, ids or answers. */
const shapeOf = (sql: string) =>
  sql
    .replace(/\s+/g, " ")
    .replace(/LIMIT \d+/g, "LIMIT n")
    .replace(/upto <= \d+/g, "upto <= n")
    .replace(/\(\?(?:, \?)*\)(?:, \(\?(?:, \?)*\))*/g, "(?)")
    .replace(/(\S+ IN \(\?\))(?: OR \1)+/g, "$1")
    .replace(/(\((?:\w+ = \? AND \w+ = \?)\))(?: OR \1)+/g, "$1")
    .replace(/(?: UNION ALL SELECT \?(?:, \?)*(?![\w,]| AS))+/g, " …")
    .trim();

const names = new Map(
  statementFamilies
    .flatMap((family) => Object.values(family))
    .flatMap((each) => (typeof each === "function" ? [each(1), each(3)] : [each]))
    .map(({ name, sql }) => [shapeOf(sql).replace(/ …/g, ""), name] as const),
);

/** The store's name of a statement that reached the gateway; its beginning where the store has none for it. */
export function statementName(sql: string): string {
  return names.get(shapeOf(sql).replace(/ …/g, "")) ?? sql.trim().slice(0, 40);
}

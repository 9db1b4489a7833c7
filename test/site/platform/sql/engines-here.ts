import type { SqlEngineName } from "./open-sql";
import { mariadbProgram } from "./private-mariadb";

/** The engines that tests can run on this machine: MariaDB only where it is installed. */
export const enginesHere: readonly SqlEngineName[] =
  mariadbProgram("mariadbd") === undefined ? ["sqlite"] : ["sqlite", "mariadb"];

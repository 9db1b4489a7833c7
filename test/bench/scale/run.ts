import { parseArgs } from "node:util";
import { scaleOptions, scaleProof } from "./scale-proof";

/** `npm run bench:scale [-- --issues 1000,10000 --goals 50,500 --sql sqlite|mariadb|both] [--write]` */
const { values } = parseArgs({ options: scaleOptions });
if (!(await scaleProof(values))) process.exitCode = 1;

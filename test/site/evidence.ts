import { BadArguments, evidenceArguments, usage } from "./evidence/arguments";
import { EvidenceRefused } from "./evidence/ask-app";
import { gatherEvidence } from "./evidence/gather";
import { evidenceJson } from "./evidence/json";
import { evidenceText } from "./evidence/text";
import { ExportRefused } from "./jira/import/exported-issues";
import { createSite } from "./site";

/** `npm run evidence`: a number with its receipt, computed by the app itself on an in-process site. */
async function main(argv: readonly string[]): Promise<void> {
  const asked = evidenceArguments(argv);
  const site = await createSite({
    data: asked.data,
    schedules: false,
    mode: "warm",
    jiraLimits: false,
    sqlRates: false,
    ...(asked.clock === null ? {} : { now: asked.clock }),
  });
  try {
    const asOf = asked.replayAt ?? site.clock.now();
    const admin = site.users.find((user) => user.admin);
    if (admin === undefined) throw new Error("The site has no administrator");
    const evidence = await gatherEvidence(site, admin.accountId, asked);
    const print = asked.json ? evidenceJson : evidenceText;
    process.stdout.write(`${print(evidence, asked.rule, asOf)}\n`);
  } finally {
    await site.stop();
  }
}

/** Whoever reads may stop reading early, as `head` does. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

main(process.argv.slice(2)).catch((error: unknown) => {
  const expected = [BadArguments, EvidenceRefused, ExportRefused].some(
    (kind) => error instanceof kind,
  );
  process.stderr.write(
    expected && error instanceof Error ? `${error.message}\n` : `${String(error)}\n`,
  );
  if (error instanceof BadArguments) process.stderr.write(`${usage}\n`);
  process.exitCode = 1;
});

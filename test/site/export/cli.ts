import { setTimeout as sleep } from "node:timers/promises";
import { exportArguments, type ExportArguments, usage } from "./arguments";
import { exportSite } from "./export-site";
import { createJiraClient, ExportFailed } from "./jira-client";
import { createSiteReader } from "./read-site";

const say = (text: string) => {
  process.stderr.write(`${text}\n`);
};
const numbers = new Intl.NumberFormat("en-US");

const given = exportArguments(process.argv.slice(2), process.env);
if (typeof given === "string") {
  say(`${given}\n\n${usage}`);
  process.exitCode = 2;
} else {
  try {
    await run(given);
  } catch (problem) {
    if (!(problem instanceof ExportFailed)) throw problem;
    say(`${problem.message}\nThe same command goes on where this one stopped.`);
    process.exitCode = 1;
  }
}

async function run({ site, jql, out, email, token }: ExportArguments): Promise<void> {
  const jira = createJiraClient({
    ...{ site, email, token },
    onWait: (seconds, why) => {
      say(`${why}; trying again in ${numbers.format(Math.ceil(seconds))} s`);
    },
    wait: (seconds) => sleep(seconds * 1000),
  });
  const { file, issues } = await exportSite(createSiteReader(jira), {
    ...{ site, jql, folder: out, say },
    onProgress: (count, about) => {
      say(`${numbers.format(count)} of about ${numbers.format(Math.max(count, about))} issues`);
    },
  });
  say(`${numbers.format(issues)} issues are in ${file}; npm start -- --data ${out} shows them.`);
  say(
    "People's names are in the .people.json beside it: without that file they get invented ones.",
  );
}

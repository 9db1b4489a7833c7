import { addSeconds, subHours, subMinutes } from "date-fns";
import type { Ports } from "../ports";
import { auditFacts, auditLeft, beginAudit } from "./audit-facts";
import { verifyNumbers } from "./verify-numbers";

/** Jobs run one after the other: changes that wait are taken in between two parts of the night's work. */
const secondsPerJob = 90;
const pauseSeconds = 5;
/** A job that comes again so soon after the end of a night was delivered twice. */
const hoursBetween = 12;
/** Longer than a job may take. */
const lateMinutes = 20;

/**
 * Every night: all numbers against links and facts as they are kept, then a part of the facts against Jira. Either is
 * gone on with where the last job stopped or was cut off; a job that has run for a while asks for the next.
 */
export async function verifyNight(ports: Ports): Promise<void> {
  const { now } = ports;
  const until = addSeconds(now(), secondsPerJob);
  const mayGoOn = () => now() < until;
  if (!(await areNumbersDone(ports))) {
    if ((await auditLeft(ports)) === 0) await beginAudit(ports);
    const { after } = await verifyNumbers(ports, mayGoOn);
    if (after !== null) return askForNext(ports);
  }
  if ((await auditLeft(ports)) === 0) return;
  if (mayGoOn()) await auditFacts(ports, mayGoOn);
  if ((await auditLeft(ports)) > 0) await askForNext(ports);
}

/** Asks for the rest of a night whose next job got lost. */
export async function resumeNight(ports: Ports): Promise<void> {
  const last = await ports.store.verify.found();
  if (last === null || last.at > subMinutes(ports.now(), lateMinutes)) return;
  if (last.after !== null || (await auditLeft(ports)) > 0) await ports.queue.push(job);
}

const job = { kind: "verify" } as const;
const askForNext = ({ queue }: Ports) => queue.push(job, pauseSeconds);

async function areNumbersDone(ports: Ports): Promise<boolean> {
  const last = await ports.store.verify.found();
  return last?.after === null && last.at > subHours(ports.now(), hoursBetween);
}

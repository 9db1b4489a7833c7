import type { Ports } from "../ports";
import { auditFacts } from "./audit-facts";
import { verifyNumbers } from "./verify-numbers";

/** Every night: all numbers against links and facts as they are kept, then a part of the facts against Jira. */
export async function verifyNight(ports: Ports): Promise<void> {
  await verifyNumbers(ports);
  await auditFacts(ports);
}

import { InvocationError, InvocationErrorCode } from "@forge/events";
import * as z from "zod/mini";
import { JiraRefused } from "../jira/jira-refused";
import { withJitter } from "../jira/retry-after";
import type { Ports, RefreshJob } from "../use-cases/ports";
import { readGoal } from "../use-cases/read-goal";
import { refreshDay } from "../use-cases/refresh-day";
import { rollDirtyGoals } from "../use-cases/roll-goals";
import { takeInPast } from "../use-cases/sync/take-in-past";
import { verifyNight } from "../use-cases/sync/verify-night";
import { takeInChanges } from "../use-cases/take-in-changes";
import { createPorts } from "./wiring";

const job: z.ZodMiniType<RefreshJob> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("read-goal"), goalId: z.string() }),
  z.object({ kind: z.literal("take-in-changes") }),
  z.object({ kind: z.literal("roll-dirty-goals") }),
  z.object({ kind: z.literal("take-in-past"), goalId: z.nullable(z.string()) }),
  z.object({ kind: z.literal("refresh-day") }),
  z.object({ kind: z.literal("verify") }),
]);

/** Does one job of the queue. A job may come twice or be cut off anywhere: each can be done again from the start. */
export async function refreshConsumer(event: {
  readonly body: unknown;
}): Promise<InvocationError | undefined> {
  const asked = job.parse(event.body);
  const ports = createPorts();
  try {
    await perform(ports, asked);
    return undefined;
  } catch (error) {
    const later = laterOf(error);
    if (later === null) throw error;
    console.warn(asked.kind, "waits for Jira", error);
    return later;
  } finally {
    await ports.points.flush();
  }
}

async function perform(ports: Ports, asked: RefreshJob): Promise<void> {
  switch (asked.kind) {
    case "read-goal":
      return readGoal(ports, asked);
    case "take-in-changes":
      return takeInChanges(ports);
    case "roll-dirty-goals":
      return rollDirtyGoals(ports);
    case "take-in-past":
      return takeInPast(ports, asked);
    case "refresh-day":
      return refreshDay(ports);
    case "verify":
      return verifyNight(ports);
  }
}

/** The longest that the platform waits before it delivers a job again. */
const mostSeconds = 900;

/** A busy Jira is asked again when it said so; anything else is a fault, which the platform retries by its own rule. */
function laterOf(error: unknown): InvocationError | null {
  if (!(error instanceof JiraRefused) || error.retryAfterSeconds === null) return null;
  return new InvocationError({
    retryAfter: Math.min(mostSeconds, Math.ceil(withJitter(error.retryAfterSeconds))),
    retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    retryData: {},
  });
}

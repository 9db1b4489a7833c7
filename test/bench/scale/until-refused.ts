import { JiraRefused } from "../../../src/jira/jira-refused";

/** The longest that the platform waits before it delivers a job again, in seconds. */
const longestWait = 900;

/** Null when it was done; where the points of the hour are spent, after how many seconds it is delivered again. */
export async function untilRefused(act: () => Promise<void>): Promise<number | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (!(error instanceof JiraRefused) || error.retryAfterSeconds === null) throw error;
    return Math.min(longestWait, error.retryAfterSeconds);
  }
}

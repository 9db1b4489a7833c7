import type { GoalLink } from "../../domain/goal";
import type { ReadIssue } from "../jira-ports";
import type { Checkpoint } from "./reading-ports";

/** One reading of one link: what it takes is written down at once, with how far it has come. */
export type LinkReading = {
  readonly link: GoalLink;
  readonly take: (issues: readonly ReadIssue[], reached: Checkpoint) => Promise<void>;
};

import { companyNow, companyStart, day, hour, minute, workingTime } from "./calendar";
import type { Draft } from "./draft";
import { roadmap } from "./projects";
import type { Random } from "./random";
import { initiatives } from "./words/initiatives";

/** The initiatives, the level above all epics; they are refs by title. */
export function planRoadmap(random: Random): readonly Draft[] {
  return Object.values(initiatives).map((summary, index) => {
    const createdAt = companyStart + 6 * hour + index * minute;
    const [by = ""] = roadmap.people;
    return {
      ref: initiativeRef(summary),
      project: roadmap,
      type: "Initiative" as const,
      summary,
      createdAt,
      reporter: by,
      priority: "High" as const,
      labels: [],
      components: [],
      parent: null,
      status: "To Do" as const,
      points: null,
      estimateSeconds: null,
      version: null,
      dueDay: null,
      securityLevel: null,
      comments: 1,
      steps: [
        {
          at: workingTime(random, random.between(createdAt + day, companyNow - 200 * day)),
          by,
          changes: [{ kind: "status" as const, to: "In Progress" as const, resolution: null }],
        },
      ],
    };
  });
}

export const initiativeRef = (title: string) => `${roadmap.key}#${title}`;

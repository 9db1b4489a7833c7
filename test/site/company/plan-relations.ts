import { companyNow, day, minute, workingTime } from "./calendar";
import type { Draft, Step } from "./draft";
import type { Random } from "./random";
import type { LinkName } from "./vocabulary";

/** Adds what happens between issues of one project: links, and work that moves to another epic. */
export function planRelations(random: Random, drafts: readonly Draft[]): readonly Draft[] {
  const added = new Map<string, Step[]>();
  const add = (ref: string, step: Step) => added.set(ref, [...(added.get(ref) ?? []), step]);
  const work = drafts.filter(({ type }) => type === "Story" || type === "Task" || type === "Bug");
  const filled = new Set(work.map(({ parent }) => parent));
  const epics = drafts.filter(({ type, ref }) => type === "Epic" && filled.has(ref));
  for (const draft of work) {
    const elder = earlierNeighbour(random, work, draft);
    const duplicateAt = closedAsDuplicate(draft);
    if (elder !== undefined && duplicateAt !== undefined) {
      connect(add, { name: "Duplicate", from: draft, to: elder, at: duplicateAt + minute });
    }
    if (elder !== undefined && random.chance(0.04)) {
      const at = workingTime(random, draft.createdAt + random.between(1, 15) * day);
      const name = random.chance(0.7) ? "Blocks" : "Relates";
      connect(add, { name, from: elder, to: draft, at });
    }
    if (draft.parent !== null && random.chance(0.02)) move(random, add, draft, epics);
  }
  return drafts.map((draft) => ({
    ...draft,
    steps: [...draft.steps, ...(added.get(draft.ref) ?? [])],
  }));
}

type Add = (ref: string, step: Step) => void;

function earlierNeighbour(random: Random, work: readonly Draft[], draft: Draft) {
  const other = random.pick(work);
  return other.createdAt < draft.createdAt ? other : undefined;
}

function closedAsDuplicate(draft: Draft): number | undefined {
  const closing = draft.steps.find(({ changes }) =>
    changes.some((change) => change.kind === "status" && change.resolution === "Duplicate"),
  );
  return closing !== undefined && closing.at < companyNow ? closing.at : undefined;
}

function connect(
  add: Add,
  link: {
    readonly name: LinkName;
    readonly from: Draft;
    readonly to: Draft;
    readonly at: number;
  },
): void {
  const { name, from, to, at } = link;
  const by = from.reporter;
  const change = (direction: "inward" | "outward", ref: string): Step => ({
    at,
    by,
    changes: [{ kind: "link", name, direction, to: ref }],
  });
  add(from.ref, change("outward", to.ref));
  add(to.ref, change("inward", from.ref));
}

function move(random: Random, add: Add, draft: Draft, epics: readonly Draft[]): void {
  const at = workingTime(random, draft.createdAt + random.between(5, 40) * day);
  const others = epics.filter(({ ref, createdAt }) => ref !== draft.parent && createdAt < at);
  if (others.length === 0) return;
  const by = draft.reporter;
  add(draft.ref, { at, by, changes: [{ kind: "parent", to: random.pick(others).ref }] });
}

import { compareIds } from "../compare-ids";
import { type Band, replaced, type Weighed, widthOf } from "./band";
import { type Defect, mended } from "./defects";

/** A leaf with what can be mended about it. */
export type Mendable = {
  readonly itemId: string;
  readonly weighed: Weighed;
  readonly defects: readonly Defect[];
};

/** The fix that narrows the interval most after those before it. */
export type Step = {
  readonly itemId: string;
  readonly defect: Defect;
  /** By how much the interval gets narrower: 0.06 is six points of percent. */
  readonly narrowing: number;
  /** Width of the interval after it. */
  readonly width: number;
};

/** Always the best single next fix, of equal ones that of the lowest id, until none narrows the interval any more. */
export function greedySteps(leaves: readonly Mendable[], start: Band): readonly Step[] {
  const groups = new Map<string, Group>();
  for (const leaf of leaves) for (const defect of leaf.defects) join(groups, leaf, defect);
  for (const group of groups.values()) group.leaves.sort(byId);
  const steps: Step[] = [];
  let band = start;
  for (;;) {
    const best = bestOf(groups, band);
    if (best === null) return steps;
    const { group, step, after } = best;
    steps.push(step);
    band = after;
    take(groups, group);
  }
}

/** Fixes that change the band alike. */
type Group = { readonly defect: Defect; readonly weighed: Weighed; readonly leaves: Mendable[] };

function bestOf(groups: ReadonlyMap<string, Group>, band: Band) {
  const width = widthOf(band);
  let best: { readonly group: Group; readonly step: Step; readonly after: Band } | null = null;
  for (const group of groups.values()) {
    const first = group.leaves[0];
    if (first === undefined) continue;
    const after = replaced(band, group.weighed, mended(group.weighed, group.defect));
    const narrowing = width - widthOf(after);
    const step = { itemId: first.itemId, defect: group.defect, narrowing, width: widthOf(after) };
    if (narrowing > rounding && (best === null || isBetter(step, best.step))) {
      best = { group, step, after };
    }
  }
  return best;
}

/** What is less than this is no gain. */
const rounding = 1e-12;

function isBetter(step: Step, best: Step): boolean {
  if (step.narrowing !== best.narrowing) return step.narrowing > best.narrowing;
  return compareIds(step.itemId, best.itemId) < 0;
}

/** Mends the first leaf of a group; what else can be mended about it is another fix from then on. */
function take(groups: Map<string, Group>, { defect, weighed, leaves }: Group): void {
  const leaf = leaves.shift();
  if (leaf === undefined) return;
  const others = leaf.defects.filter((each) => each !== defect);
  const after = { ...leaf, weighed: mended(weighed, defect), defects: others };
  for (const other of others) {
    const old = groups.get(keyOf(leaf.weighed, other))?.leaves;
    old?.splice(old.indexOf(leaf), 1);
    join(groups, after, other).leaves.sort(byId);
  }
}

function join(groups: Map<string, Group>, leaf: Mendable, defect: Defect): Group {
  const key = keyOf(leaf.weighed, defect);
  const group = groups.get(key) ?? { defect, weighed: leaf.weighed, leaves: [] };
  group.leaves.push(leaf);
  groups.set(key, group);
  return group;
}

const keyOf = ({ itemClass, p10, median, p90 }: Weighed, defect: Defect) =>
  [itemClass, p10, median, p90, defect].join(" ");

const byId = (a: Mendable, b: Mendable) => compareIds(a.itemId, b.itemId);

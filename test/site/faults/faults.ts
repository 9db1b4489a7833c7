import { createRandom, type Random } from "../company/random";
import { faultName } from "./fault-name";
import { matches, type Occasion } from "./occasion";
import type { FaultOn, FaultPlace, FaultRule } from "./rule";

/** A fault that strikes now. */
export type Strike<P extends FaultPlace> = {
  readonly fault: FaultOn<P>;
  /** What the call log says of it. */
  readonly name: string;
  readonly chance: Random;
};

/** A rule with how often its occasion came and how often it struck. */
export type DeclaredFault = {
  readonly rule: FaultRule;
  readonly met: number;
  readonly struck: number;
};

/** The declared faults of a site. Their chances come from the seed, so the same calls meet the same faults. */
export type Faults = {
  /** Takes the place of all rules before. */
  readonly set: (rules: readonly FaultRule[], seed?: number) => void;
  readonly clear: () => void;
  readonly declared: () => readonly DeclaredFault[];
  /** The faults that strike on this occasion, in the order of their rules. */
  readonly strike: <P extends FaultPlace>(
    place: P,
    occasion: Occasion,
    applies?: (fault: FaultOn<P>) => boolean,
  ) => readonly Strike<P>[];
  /** Calls the listener whenever the rules change. */
  readonly onChange: (listener: (rules: readonly FaultRule[]) => void) => void;
};

type Kept = {
  readonly rule: FaultRule;
  readonly chance: Random;
  met: number;
  struck: number;
};

const usualSeed = 1;

export function createFaults(rules: readonly FaultRule[] = [], seed = usualSeed): Faults {
  let kept: readonly Kept[] = [];
  const listeners: ((rules: readonly FaultRule[]) => void)[] = [];

  const set = (next: readonly FaultRule[], from = usualSeed) => {
    const random = createRandom(from);
    kept = next.map((rule, at) => ({ rule, chance: random.fork(String(at)), met: 0, struck: 0 }));
    for (const tell of listeners) tell(next);
  };
  set(rules, seed);

  return {
    set,
    clear: () => {
      set([]);
    },
    declared: () => kept.map(({ rule, met, struck }) => ({ rule, met, struck })),
    strike: (place, occasion, applies = () => true) =>
      kept
        .filter((each) => isOn(each, place))
        .filter(({ rule }) => applies(rule.fault) && matches(rule, occasion))
        .filter((each) => strikesNow(each))
        .map(({ rule, chance }) => ({ fault: rule.fault, name: faultName(rule), chance })),
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}

function isOn<P extends FaultPlace>(
  each: Kept,
  place: P,
): each is Kept & { readonly rule: { readonly fault: FaultOn<P> } } {
  return each.rule.on === place;
}

/** Counts the occasion and decides by nth, count and chance. */
function strikesNow(each: Kept): boolean {
  const { nth, probability = 1, count = Number.POSITIVE_INFINITY } = each.rule;
  each.met += 1;
  if (nth !== undefined && nth !== each.met) return false;
  if (each.struck >= count || !each.chance.chance(probability)) return false;
  each.struck += 1;
  return true;
}

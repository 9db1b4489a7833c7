import { kindOf } from "./kind";

/** A field that a recorded and an answered body do not have alike. */
export type Difference = {
  /** Where, without the positions in lists: `fields.fixVersions[].name`. */
  readonly path: string;
  readonly recorded: string;
  readonly answered: string;
};

/** A difference that is known, and why it is right that it is there. */
export type Exception = {
  readonly path: RegExp;
  /** Only in recorded objects whose member of this name has one of these values. */
  readonly of?: { readonly member: string; readonly values: readonly string[] };
  readonly reason: string;
};

export type Comparison = {
  /** All fields of either body, down to single values. */
  readonly fields: number;
  readonly differences: readonly Difference[];
  /** How often each reason explained a difference. */
  readonly excepted: ReadonlyMap<string, number>;
};

/** Compares the structure of two bodies with the same content, field by field: members, kinds of values, lengths of lists. */
export function compareBodies(
  recorded: unknown,
  answered: unknown,
  exceptions: readonly Exception[] = [],
): Comparison {
  const found = [...differencesAt("", recorded, answered)];
  const excepted = new Map<string, number>();
  const differences: Difference[] = [];
  for (const { difference, within } of found) {
    if (difference === undefined) continue;
    const known = exceptions.find(
      ({ path, of }) => path.test(difference.path) && isAbout(of, within),
    );
    if (known === undefined) differences.push(difference);
    else excepted.set(known.reason, (excepted.get(known.reason) ?? 0) + 1);
  }
  return { fields: found.length, differences, excepted };
}

export function together(comparisons: readonly Comparison[]): Comparison {
  const excepted = new Map<string, number>();
  for (const [reason, count] of comparisons.flatMap((each) => [...each.excepted])) {
    excepted.set(reason, (excepted.get(reason) ?? 0) + count);
  }
  return {
    fields: comparisons.reduce((sum, { fields }) => sum + fields, 0),
    differences: comparisons.flatMap(({ differences }) => differences),
    excepted,
  };
}

function isAbout(of: Exception["of"], within: Members | undefined): boolean {
  if (of === undefined) return true;
  const value = within?.[of.member];
  return typeof value === "string" && of.values.includes(value);
}

type Field = {
  readonly difference: Difference | undefined;
  /** The recorded object that holds the field. */
  readonly within?: Members | undefined;
};

function* differencesAt(path: string, recorded: unknown, answered: unknown): Generator<Field> {
  const kinds = { recorded: kindOf(recorded), answered: kindOf(answered) };
  if (kinds.recorded !== kinds.answered) {
    yield { difference: { path, ...kinds } };
  } else if (isList(recorded) && isList(answered)) {
    yield* inLists(path, recorded, answered);
  } else if (isObject(recorded) && isObject(answered)) {
    yield* inObjects(path, recorded, answered);
  } else {
    yield { difference: undefined };
  }
}

function* inLists(
  path: string,
  recorded: readonly unknown[],
  answered: readonly unknown[],
): Generator<Field> {
  const length = Math.max(recorded.length, answered.length);
  if (length === 0) yield { difference: undefined };
  for (let index = 0; index < length; index += 1) {
    const at = `${path}[]`;
    if (index >= recorded.length) {
      yield { difference: { path: at, recorded: "no entry", answered: "an entry more" } };
    } else if (index >= answered.length) {
      yield { difference: { path: at, recorded: "an entry more", answered: "no entry" } };
    } else yield* differencesAt(at, recorded[index], answered[index]);
  }
}

function* inObjects(path: string, recorded: Members, answered: Members): Generator<Field> {
  const names = new Set([...Object.keys(recorded), ...Object.keys(answered)]);
  if (names.size === 0) yield { difference: undefined };
  for (const name of names) {
    const at = path === "" ? name : `${path}.${name}`;
    const own = (members: Members) => (Object.hasOwn(members, name) ? members[name] : undefined);
    for (const field of differencesAt(at, own(recorded), own(answered))) {
      yield { ...field, within: field.within ?? recorded };
    }
  }
}

type Members = Readonly<Record<string, unknown>>;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

import type { CauseName } from "../../../src/contract/evidence";
import type { ItemClassName } from "../../../src/contract/words";
import { causeName, defectName, type DefectName } from "../../evidence-words";
import { className } from "../../sentences";

/** Items that another part of the page names: those under a bar of the ledger, or of a line of the bill. */
export type Among =
  | { readonly kind: "cause"; readonly cause: CauseName }
  | { readonly kind: "defect"; readonly defect: DefectName };

/** How a person looks at a goal's evidence. All of it stands in the address, so that it can be linked to. */
export type Look = {
  /** The instant looked at; null is now. */
  readonly at: string | null;
  /** The instant since which the ledger tells what moved; null leaves it to the page. */
  readonly from: string | null;
  /** The bar of the ledger whose items are open. */
  readonly cause: CauseName | null;
  readonly classes: readonly ItemClassName[];
  readonly unsized: boolean;
  readonly among: Among | null;
};

/** Changes how the person looks at the goal; "replace": going back does not stop at the look before. */
export type See = (change: Partial<Look>, step?: "push" | "replace") => void;

export const plainLook: Look = {
  at: null,
  from: null,
  cause: null,
  classes: [],
  unsized: false,
  among: null,
};

/** The look that the query of an address asks for; what it does not understand is left out. */
export function lookOf(search: string): Look {
  const asked = new URLSearchParams(search);
  const classes = (asked.get("class") ?? "").split(",");
  return {
    at: instantOf(asked.get("at")),
    from: instantOf(asked.get("from")),
    cause: nameIn(causeName, asked.get("cause")),
    classes: namesOf(className).filter((name) => classes.includes(name)),
    unsized: asked.get("unsized") === "1",
    among: amongOf(asked.get("items")),
  };
}

/** The query of the address for a look, with "?"; nothing for the plain one. */
export function searchOf({ at, from, cause, classes, unsized, among }: Look): string {
  const parts = [
    ["at", at === null ? null : momentOf(at)],
    ["from", from === null ? null : momentOf(from)],
    ["cause", cause],
    ["class", classes.length === 0 ? null : classes.join(",")],
    ["unsized", unsized ? "1" : null],
    ["items", among === null ? null : nameOf(among)],
  ] as const;
  const said = parts.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]));
  return said.length === 0 ? "" : `?${said.join("&")}`;
}

const nameOf = (among: Among) =>
  among.kind === "cause" ? `cause.${among.cause}` : `defect.${among.defect}`;

function amongOf(text: string | null): Among | null {
  const [kind = "", name = ""] = (text ?? "").split(".");
  const cause = kind === "cause" ? nameIn(causeName, name) : null;
  if (cause !== null) return { kind: "cause", cause };
  const defect = kind === "defect" ? nameIn(defectName, name) : null;
  return defect === null ? null : { kind: "defect", defect };
}

const midnight = "T00:00:00.000Z";

/** A day stands for its first moment in UTC, which is how addresses stay short. */
const momentOf = (instant: string) =>
  instant.endsWith(midnight) ? instant.slice(0, -midnight.length) : instant;

function instantOf(text: string | null): string | null {
  const found = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d(\.\d{1,3})?Z)?$/.exec(text ?? "");
  const instant = found?.[2] === undefined ? `${found?.[1] ?? ""}${midnight}` : found[0];
  return Number.isNaN(Date.parse(instant)) ? null : instant;
}

function nameIn<T extends string>(table: Readonly<Record<T, unknown>>, text: string | null) {
  return namesOf(table).find((name) => name === text) ?? null;
}

/** The keys of a table of words, which are the names of the contract. */
function namesOf<T extends string>(table: Readonly<Record<T, unknown>>): readonly T[] {
  const isName = (key: string): key is T => key in table;
  return Object.keys(table).filter(isName);
}

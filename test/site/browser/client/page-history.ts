import { allFrames, type Frame } from "./frame";
import { type FrameLocation, isRecord, textOf } from "./messages";

const withHistory = new Set<Frame>();

/** Starts the history of a frame: where the page's address stands below the module's own. */
export function startHistory(frame: Frame): { base: string; location: FrameLocation } {
  const base = frame.surface.historyBase;
  if (base === undefined) throw new Error("createHistory is not available in this module");
  withHistory.add(frame);
  return { base, location: locationBelow(base) };
}

export function push(frame: Frame, data: unknown, kind: "push" | "replace"): void {
  const base = frame.surface.historyBase;
  if (base === undefined || !isRecord(data)) return;
  const pathname = String(data["pathname"]);
  const inside = pathname === "/" ? "" : `/${pathname.replace(/^\/+/, "")}`;
  const address = base + inside + String(data["search"]) + String(data["hash"]);
  const state = { key: data["key"], state: data["state"] };
  if (kind === "push") globalThis.history.pushState(state, "", address);
  else globalThis.history.replaceState(state, "", address);
}

export function go(steps: unknown): void {
  globalThis.history.go(Number(steps));
}

/** Tells the frames when the person goes back or forward. */
export function followHistory(): void {
  globalThis.addEventListener("popstate", () => {
    for (const frame of allFrames().filter((each) => withHistory.has(each))) {
      const location = locationBelow(frame.surface.historyBase ?? "");
      frame.post({ kind: "history", location });
    }
  });
}

function locationBelow(base: string): FrameLocation {
  const { pathname, search, hash } = globalThis.location;
  const inside = pathname.startsWith(base) ? pathname.slice(base.length) : "";
  const entry: unknown = globalThis.history.state;
  const state = isRecord(entry) ? entry : {};
  return {
    pathname: inside === "" ? "/" : inside,
    search,
    hash,
    key: textOf(state["key"], "initial"),
    state: state["state"],
  };
}

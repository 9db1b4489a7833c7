import { answerTo } from "./commands";
import { createFrame, type Frame, type FrameHooks, type Surface } from "./frame";
import { isRecord } from "./messages";

export function mountFrame(place: Element, surface: Surface, hooks: FrameHooks = {}): Frame {
  return createFrame(place, surface, hooks, answerTo);
}

/** The surface that the server described in `data-surface`. */
export function surfaceIn(text: string | undefined): Surface {
  const surface: unknown = JSON.parse(text ?? "null");
  if (!isSurface(surface)) throw new Error("the page describes no surface");
  return surface;
}

function isSurface(value: unknown): value is Surface {
  return isRecord(value) && typeof value["src"] === "string" && isRecord(value["extension"]);
}

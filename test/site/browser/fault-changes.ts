import { z } from "zod/mini";
import { faultControl } from "../faults/control";
import { faultRule, type FaultRule } from "../faults/rule";
import { faultPresets } from "./fault-presets";
import { type Asked, jsonReply, redirect, type Reply, textReply } from "./http";
import { showFaults } from "./pages/faults";
import type { Route } from "./routes";
import type { Site } from "./site";

/** The control port of the faults, and the form of their panel. */
export function faultRoutes(site: Site): readonly Route[] {
  const control = faultControl(site.faults);
  const path = "/__control/faults";
  return [
    { method: "GET", path, answer: () => jsonReply(control.get()) },
    { method: "DELETE", path, answer: () => jsonReply(control.delete()) },
    {
      method: "POST",
      path,
      answer: ({ body }) => {
        const declared = read(body, (value) => control.post(value));
        return declared.ok
          ? jsonReply(declared.value)
          : textReply(declared.reason, "text/plain", 400);
      },
    },
    { method: "POST", path: "/__site/faults", answer: (asked) => applyFaults(site, asked) },
  ];
}

/** Takes the presets, the lag of searches and the rules of the form in the place of what was declared before. */
function applyFaults(site: Site, asked: Asked): Reply {
  const form = new URLSearchParams(asked.body);
  if (form.has("clear")) {
    site.faults.clear();
    site.searchLag.set(0);
    return redirect("/__site/faults");
  }
  const ids = form.getAll("preset");
  const presets = faultPresets.filter(({ id }) => ids.includes(id)).map(({ rule }) => rule);
  const text = (form.get("rules") ?? "").trim();
  const own = read<readonly FaultRule[]>(text === "" ? "[]" : text, (value) =>
    z.array(faultRule).parse(value),
  );
  if (!own.ok) return showFaults(site, asked, { text, reason: own.reason });
  site.searchLag.set(Math.max(0, Number(form.get("search-lag") ?? "0")) * 1000 || 0);
  site.faults.set([...presets, ...own.value]);
  return redirect("/__site/faults");
}

type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Reads JSON that somebody typed; what is wrong with it is said in words. */
function read<T>(text: string, parse: (value: unknown) => T): Read<T> {
  try {
    return { ok: true, value: parse(JSON.parse(text)) };
  } catch (error) {
    if (error instanceof z.core.$ZodError) return { ok: false, reason: z.prettifyError(error) };
    if (error instanceof SyntaxError) return { ok: false, reason: `No JSON: ${error.message}` };
    throw error;
  }
}

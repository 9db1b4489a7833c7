import type { SurfaceContext } from "../../parts/surface";

/** What a person chose for this gadget. */
export type GadgetConfig = {
  readonly goalId: string;
  readonly showLegend: boolean;
  /** Minutes between two automatic refreshes; 0 is by hand. */
  readonly refresh: number;
};

/** What a new gadget starts with. */
export const defaults: Omit<GadgetConfig, "goalId"> = { showLegend: true, refresh: 0 };

export const refreshChoices = [0, 15, 60, 240] as const;

/** Reads what was saved for a gadget (`gadgetConfiguration`) or a widget (`config`); null when it is not set up. */
export function readConfig(extension: SurfaceContext["extension"]): GadgetConfig | null {
  const stored = extension["gadgetConfiguration"] ?? extension["config"];
  if (!isRecord(stored) || typeof stored["goalId"] !== "string") return null;
  const { refresh } = stored;
  return {
    goalId: stored["goalId"],
    showLegend: stored["showLegend"] !== false,
    refresh: typeof refresh === "number" ? refresh : 0,
  };
}

export function isWidget(moduleKey: string): boolean {
  return moduleKey.endsWith("-widget");
}

/** The identity of the gadget on its dashboard, to tell its own refresh event from others'. */
export function gadgetIdOf(extension: SurfaceContext["extension"]): string | undefined {
  const gadget = extension["gadget"];
  return isRecord(gadget) && typeof gadget["id"] === "string" ? gadget["id"] : undefined;
}

/** Edit mode: the host asks for the configuration form. */
export function isEditing({ entryPoint }: Readonly<Record<string, unknown>>): boolean {
  return entryPoint === "edit";
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

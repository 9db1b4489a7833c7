import { useEffect, useRef } from "react";
import { view } from "../../bridge";
import type { GadgetConfig } from "./config";

/** Keeps a gadget's configuration and ends its edit mode. `refresh` is the platform's own: positive minutes or absent. */
export function saveGadget({ goalId, showLegend, refresh }: GadgetConfig): void {
  void view.submit({ goalId, showLegend, ...(refresh > 0 ? { refresh } : {}) });
}

/**
 * A widget's Save belongs to the dashboard, which asks for the configuration (`@forge/dashboards-bridge`). Without a goal
 * saving is refused with this sentence; `onMissing` shows it at the field too.
 */
export function useWidgetSave(
  isWidget: boolean,
  config: GadgetConfig | null,
  onMissing: () => void,
): void {
  const latest = useRef({ config, onMissing });
  useEffect(() => {
    latest.current = { config, onMissing };
  });
  useEffect(() => {
    if (!isWidget) return;
    void import("@forge/dashboards-bridge").then(({ widgetEdit }) =>
      widgetEdit.onProductSave(() => {
        const chosen = latest.current;
        if (chosen.config !== null) return Promise.resolve({ ...chosen.config });
        chosen.onMissing();
        return Promise.reject(new Error(goalMissing));
      }),
    );
  }, [isWidget]);
}

export const goalMissing = "Choose the goal that this gadget shows.";

import { useEffect, useRef } from "react";
import { view } from "../../bridge";
import type { GadgetConfig } from "./config";

/** Keeps a gadget's configuration and ends its edit mode. `refresh` is the platform's own: positive minutes or absent. */
export function saveGadget({ goalId, showLegend, refresh }: GadgetConfig): void {
  void view.submit({ goalId, showLegend, ...(refresh > 0 ? { refresh } : {}) });
}

export const goalMissing = "Choose the goal that this gadget shows.";

/**
 * A widget's Save belongs to the dashboard (`@forge/dashboards-bridge`): it hears of each change and asks for the
 * configuration in the end. Without a goal saving is refused with a sentence; `onMissing` shows it at the field too.
 */
export function useWidgetSave(
  isWidget: boolean,
  config: GadgetConfig | null,
  onMissing: () => void,
): void {
  const latest = useRef({ config, onMissing });
  const chosen = JSON.stringify(config);
  useEffect(() => {
    latest.current = { config, onMissing };
  });
  useEffect(() => {
    if (!isWidget) return;
    void widgetEdit().then((host) =>
      host.onProductSave(() => {
        const now = latest.current;
        if (now.config !== null) return Promise.resolve({ ...now.config });
        now.onMissing();
        return Promise.reject(new Error(goalMissing));
      }),
    );
  }, [isWidget]);
  useEffect(() => {
    const now = latest.current.config;
    if (isWidget && now !== null) void widgetEdit().then((host) => host.updateConfig({ ...now }));
  }, [isWidget, chosen]);
}

const widgetEdit = async () => (await import("@forge/dashboards-bridge")).widgetEdit;

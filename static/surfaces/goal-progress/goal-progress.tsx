import { lazy, Suspense } from "react";
import { Empty } from "../../parts/empty";
import { Skeleton } from "../../parts/skeleton";
import type { SurfaceProps } from "../../parts/surface";
import { gadgetIdOf, isEditing, isWidget, readConfig } from "./config";
import { Summary } from "./summary";
import { useRefresh } from "./use-refresh";

const Edit = lazy(() => import("./edit"));

/** Goal progress, as gadget and as widget: one goal's number with its interval, opening to its items. */
export default function GoalProgressGadget({ context }: SurfaceProps) {
  const { extension, moduleKey } = context;
  const config = readConfig(extension);
  const widget = isWidget(moduleKey);
  useRefresh(gadgetIdOf(extension), widget ? (config?.refresh ?? 0) : 0);
  if (isEditing(extension)) {
    return (
      <Suspense fallback={<Skeleton />}>
        <Edit config={config} isWidget={widget} />
      </Suspense>
    );
  }
  if (config !== null) return <Summary config={config} />;
  return (
    <main className="surface">
      <h1 className="visually-hidden">Goal progress</h1>
      <Empty title="Choose a goal">
        <p className="subtle">
          This gadget is not set up yet. Open its menu and choose Configure to pick the goal it
          shows.
        </p>
      </Empty>
    </main>
  );
}

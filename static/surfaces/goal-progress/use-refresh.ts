import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { events } from "../../bridge";

const refreshEvent = "JIRA_DASHBOARD_GADGET_REFRESH";
const minuteMilliseconds = 60_000;

/**
 * Asks again when the dashboard or this gadget is refreshed, and every so many minutes. Every Forge gadget of the page
 * gets the event (Forge, dashboard gadget), so another gadget's own refresh is let pass.
 */
export function useRefresh(gadgetId: string | undefined, minutes: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    const refresh = () => void queries.invalidateQueries();
    const subscribed = events.on(refreshEvent, (detail: unknown) => {
      if (concerns(detail, gadgetId)) refresh();
    });
    const timer = minutes > 0 ? setInterval(refresh, minutes * minuteMilliseconds) : undefined;
    return () => {
      clearInterval(timer);
      void subscribed.then(({ unsubscribe }) => {
        unsubscribe();
      });
    };
  }, [queries, gadgetId, minutes]);
}

function concerns(detail: unknown, gadgetId: string | undefined): boolean {
  if (typeof detail !== "object" || detail === null) return true;
  const origin = "origin" in detail ? detail.origin : undefined;
  const target = "gadgetId" in detail ? detail.gadgetId : undefined;
  return origin !== "gadget" || target === gadgetId;
}

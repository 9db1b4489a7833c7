import { z } from "zod/mini";
import { type Asked, jsonReply, type Reply } from "./http";
import type { Site } from "./site";

const gadget = z.string();
const change = z.discriminatedUnion("action", [
  z.object({ action: z.literal("add"), moduleKey: z.string() }),
  z.object({ action: z.literal("remove"), gadget }),
  z.object({ action: z.literal("rename"), gadget, title: z.string() }),
  z.object({ action: z.literal("columns"), columns: z.literal([1, 2, 3]) }),
  z.object({
    action: z.literal("move"),
    gadget,
    direction: z.enum(["up", "down", "left", "right"]),
  }),
  z.object({
    action: z.literal("configure"),
    gadget,
    configuration: z.record(z.string(), z.unknown()),
  }),
]);

/** POST /__site/dashboards/:id — what a person does to a dashboard. */
export function changeDashboard(site: Site, asked: Asked): Reply {
  const id = asked.params["id"] ?? "";
  const asks = change.parse(JSON.parse(asked.body));
  const { dashboards } = site;
  switch (asks.action) {
    case "add":
      return jsonReply(dashboards.add(id, asks.moduleKey));
    case "remove":
      dashboards.remove(id, asks.gadget);
      return jsonReply({});
    case "rename":
      dashboards.rename(id, asks.gadget, asks.title);
      return jsonReply({});
    case "columns":
      dashboards.setColumns(id, asks.columns);
      return jsonReply({});
    case "move":
      dashboards.move(id, asks.gadget, asks.direction);
      return jsonReply({});
    case "configure":
      dashboards.configure(id, asks.gadget, asks.configuration);
      return jsonReply({});
  }
}

import { z } from "zod/mini";
import type { ProductEvent } from "../boundary";
import { createClock } from "../clock";
import { buildApp } from "../platform/bundle";
import { assembleSite } from "./assemble-site";
import { describeEachWay } from "../each-way";

jest.setTimeout(60_000);

const start = Date.UTC(2024, 4 /* May */, 6, 8);
const bodies = z.object({ rows: z.array(z.object({ body: z.string() })) });

/** A Jira that answers nothing and raises what it is told to. */
function quietJira() {
  const listeners: ((event: ProductEvent) => void)[] = [];
  return {
    handle: () => Promise.resolve({ status: 501, headers: {}, body: "", operation: undefined }),
    operationOf: () => undefined,
    onEvent: (listener: (event: ProductEvent) => void) => {
      listeners.push(listener);
    },
    raise: (eventType: string) => {
      for (const listen of listeners) listen({ eventType, body: {}, selfGenerated: false });
    },
  };
}

describeEachWay("an assembled site", (way) => {
  test("a change in Jira reaches the app, and the clock waits for what it sets off", async () => {
    const clock = createClock(start, 0);
    const site = await assembleSite(
      { clock, jira: quietJira() },
      {
        bundle: await buildApp({
          entry: "test/site/platform/fixture/app.ts",
          directory: "dist/fixture-app",
        }),
        manifest: "test/site/platform/fixture/manifest.yml",
        ...way,
        schedules: false,
      },
    );
    const noted = async () => {
      const payload = { sql: "SELECT body FROM noted ORDER BY id" };
      const result = await site.call("ann", "query", payload, "page");
      return bodies
        .parse(result.ok ? result.value : undefined)
        .rows.map(
          (row) => z.object({ eventType: z.string() }).parse(JSON.parse(row.body)).eventType,
        );
    };

    clock.at(start + 60_000, () => {
      site.jira.raise("avi:jira:updated:issue");
    });
    expect(await noted()).toEqual(["avi:forge:installed:app"]);
    await site.advance(60_000);
    expect(await noted()).toEqual(["avi:forge:installed:app", "avi:jira:updated:issue"]);
    await site.stop();
  });
});

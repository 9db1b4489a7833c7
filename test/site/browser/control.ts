import { z } from "zod/mini";
import { type Asked, type Reply, jsonReply } from "./http";
import type { Route } from "./routes";
import type { Site, SiteOptions } from "./site";

const advance = z.object({ milliseconds: z.number().check(z.minimum(0)) });
const speed = z.object({ speed: z.number().check(z.minimum(0)) });
const lag = z.object({ milliseconds: z.number().check(z.minimum(0)) });
const schedule = z.object({ moduleKey: z.string() });
const cspReport = z.object({
  "csp-report": z.looseObject({
    "violated-directive": z.optional(z.string()),
    "effective-directive": z.optional(z.string()),
    "blocked-uri": z.optional(z.string()),
    "document-uri": z.optional(z.string()),
  }),
});

/** What tests and people drive the site with; not a part of Jira. */
export function controlRoutes(site: Site, further: SiteOptions["control"] = {}): readonly Route[] {
  const get = (path: string, value: () => unknown): Route => ({
    method: "GET",
    path,
    answer: async () => jsonReply(await value()),
  });
  const post = (path: string, act: (body: unknown) => unknown): Route => ({
    method: "POST",
    path,
    answer: async (asked) => jsonReply((await act(bodyOf(asked))) ?? {}),
  });
  return [
    get("/__control/clock", () => clockState(site)),
    post("/__control/advance", async (body) => {
      await site.clock.advance(advance.parse(body).milliseconds);
      await site.platform.settled();
      return clockState(site);
    }),
    post("/__control/speed", (body) => {
      site.clock.setSpeed(speed.parse(body).speed);
      return clockState(site);
    }),
    get("/__control/search-lag", () => lagState(site)),
    post("/__control/search-lag", (body) => {
      site.searchLag.set(lag.parse(body).milliseconds);
      return lagState(site);
    }),
    { method: "GET", path: "/__control/calls", answer: (asked) => callsSince(site, asked) },
    get("/__control/csp", () => site.violations),
    { method: "POST", path: "/__control/csp-report", answer: (asked) => reported(site, asked) },
    post("/__control/settle", () => site.platform.settled()),
    get("/__control/settle", () => site.platform.settled().then(() => ({}))),
    post("/__control/schedule", (body) =>
      site.platform.runSchedule(schedule.parse(body).moduleKey),
    ),
    get("/__control/dashboards", () => site.dashboards.all()),
    ...Object.entries(further).map(([name, act]) => post(`/__control/${name}`, act)),
  ];
}

/** `?since=<n>` leaves out the first n calls; `next` is the n to ask with after them. */
function callsSince(site: Site, asked: Asked): Reply {
  const since = Number(asked.url.searchParams.get("since") ?? "0");
  return jsonReply({ calls: site.calls.since(since), next: site.calls.all().length });
}

function reported(site: Site, asked: Asked): Reply {
  const report = cspReport.parse(JSON.parse(asked.body))["csp-report"];
  site.violations.push({
    directive: report["effective-directive"] ?? report["violated-directive"] ?? "",
    blocked: report["blocked-uri"] ?? "",
    document: report["document-uri"] ?? "",
  });
  return { status: 204, headers: {}, body: "" };
}

function clockState(site: Site) {
  const now = site.clock.now();
  return { now, iso: new Date(now).toISOString(), speed: site.clock.speed() };
}

/** What search trails by now, faults included, and what it trails by without them. */
function lagState({ searchLag }: Site) {
  return { milliseconds: searchLag.milliseconds(), usual: searchLag.usual() };
}

function bodyOf(asked: Asked): unknown {
  return asked.body === "" ? {} : JSON.parse(asked.body);
}

import { platformManifest } from "./manifest";

const app = { id: "ari:cloud:ecosystem::app/7d1c2f7e-0a57-4b9e-9f6e-0c4f1f0b6a11" };
const work = { key: "work", handler: "index.work", timeoutSeconds: 900 };
const consumer = [{ key: "c", queue: "q", function: "work" }];
const scheduledTrigger = [{ key: "s", function: "work", interval: "day" }];
const page = [{ key: "page", resource: "main", resolver: { function: "work" } }];
const trigger = [{ key: "t", function: "work", events: ["avi:jira:updated:issue"] }];

const limitOf = (modules: object) =>
  platformManifest({ app, modules: { function: [work], ...modules } }).functions[0]
    ?.limitMilliseconds;

test("consumers and schedules have the time they declare, up to 15 minutes", () => {
  expect(limitOf({ consumer })).toBe(900_000);
  expect(limitOf({ scheduledTrigger })).toBe(900_000);
  expect(limitOf({ consumer, function: [{ ...work, timeoutSeconds: 2000 }] })).toBe(900_000);
});

test("without a declaration they have 55 seconds", () => {
  expect(limitOf({ consumer, function: [{ key: "work", handler: "index.work" }] })).toBe(55_000);
});

test("a function that a page or an event uses too has 25 seconds, whatever it declares", () => {
  expect(limitOf({ consumer, "jira:globalPage": page })).toBe(25_000);
  expect(limitOf({ scheduledTrigger, trigger })).toBe(25_000);
});

test("ignoreSelf may stand at the trigger or at one event, and the event's own decides", () => {
  const events = [
    "avi:jira:created:issue",
    { eventType: "avi:jira:updated:issue", filter: { ignoreSelf: false } },
  ];
  const filtered = [{ key: "t", function: "work", events, filter: { ignoreSelf: true } }];
  const { triggers } = platformManifest({ app, modules: { function: [work], trigger: filtered } });
  expect(triggers.map(({ eventType, ignoreSelf }) => [eventType, ignoreSelf])).toEqual([
    ["avi:jira:created:issue", true],
    ["avi:jira:updated:issue", false],
  ]);
});

test("properties to include may stand at the trigger or at one event; other paths are refused", () => {
  const include = (path: string) => ({ payload: { include: { propertyPaths: [path] } } });
  const events = [
    "avi:jira:created:issue",
    { eventType: "avi:jira:updated:issue", ...include("project.properties['b']") },
  ];
  const including = (path: string) =>
    platformManifest({
      app,
      modules: {
        function: [work],
        trigger: [{ key: "t", function: "work", events, ...include(path) }],
      },
    }).triggers.map(({ propertyPaths }) => propertyPaths);
  expect(including("issue.properties['a'].c")).toEqual([
    ["issue.properties['a'].c"],
    ["project.properties['b']"],
  ]);
  expect(() => including("issue.fields.summary")).toThrow("not modelled");
});

test("a filter by Jira expression and access to other hosts are refused, not ignored", () => {
  const filter = { expression: "event.issue.key == 'A-1'" };
  const modules = { function: [work], trigger: [{ ...trigger[0], filter }] };
  expect(() => platformManifest({ app, modules })).toThrow("expression");
  const permissions = { external: { fetch: { backend: ["https://example.com"] } } };
  expect(() => platformManifest({ app, modules: { function: [work] }, permissions })).toThrow(
    "permissions.external",
  );
});

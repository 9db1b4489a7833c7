import type { JiraDoor } from "../boundary";
import { includedProperties, propertyPath } from "./included-properties";

const event = { issue: { id: "10001", fields: { project: { id: "10000" } } } };
const stored: Readonly<Record<string, unknown>> = {
  "/rest/api/3/issue/10001/properties/goals": { owner: { name: "Lee" }, ids: [1, 2] },
  "/rest/api/3/project/10000/properties/status": "active",
};
const jira: Pick<JiraDoor, "handle"> = {
  handle: ({ path }) => {
    const value = stored[path];
    const status = value === undefined ? 404 : 200;
    const body = JSON.stringify({ key: "k", value });
    return Promise.resolve({ status, headers: {}, body, operation: undefined });
  },
};

test("an event brings the values of the properties that its trigger includes", async () => {
  const paths = [
    "issue.properties['goals'].owner.name",
    "issue.properties['goals']['owner.name']",
    "issue.properties['goals'].ids",
    "project.properties['status']",
  ];
  expect(await includedProperties(jira, paths, event)).toEqual({
    payloadIncludeProperties: Object.fromEntries(
      paths.map((path, at) => [path, ["Lee", "Lee", [1, 2], "active"][at]]),
    ),
  });
});

test("an object, a missing member and a missing property are left out", async () => {
  const paths = [
    "issue.properties['goals'].owner",
    "issue.properties['goals'].nobody.name",
    "issue.properties['other']",
  ];
  expect(await includedProperties(jira, paths, event)).toEqual({ payloadIncludeProperties: {} });
});

test("an event that is not about an issue brings none", async () => {
  expect(await includedProperties(jira, ["project.properties['status']"], {})).toEqual({});
});

test("a path of another entity is refused", () => {
  expect(() => propertyPath("user.properties['a']")).toThrow("not modelled");
  expect(() => propertyPath("event.runtime.issue.properties['a']")).toThrow("not modelled");
});

import { knownIssue } from "../known";
import type { Resource, RestRequest } from "../resource";
import { ok, refused } from "../rest-answer";
import type { World } from "../../world";

const operation = "/rest/api/3/issue/{issueIdOrKey}/properties";

/** Values that apps keep at issues; a key has at most 255 characters and a value 32,768. */
export function issuePropertyResources(): readonly Resource[] {
  const properties = new Map<string, Map<string, unknown>>();
  const of = (world: World, { asker, parameter }: RestRequest) => {
    const { id } = knownIssue(world, asker, parameter("issueIdOrKey"));
    const known = properties.get(id) ?? new Map<string, unknown>();
    properties.set(id, known);
    return known;
  };
  return [
    {
      operation: `GET ${operation}`,
      answer: (world, request) => {
        const id = request.parameter("issueIdOrKey");
        const keys = [...of(world, request).keys()].map((key) => ({
          key,
          self: `${world.siteUrl}/rest/api/3/issue/${id}/properties/${key}`,
        }));
        return ok({ keys });
      },
    },
    {
      operation: `GET ${operation}/{propertyKey}`,
      answer: (world, request) => {
        const key = request.parameter("propertyKey");
        const known = of(world, request);
        if (!known.has(key)) throw noSuchProperty(key);
        return ok({ key, value: known.get(key) });
      },
    },
    {
      operation: `PUT ${operation}/{propertyKey}`,
      answer: (world, request) => {
        const key = request.parameter("propertyKey");
        const known = of(world, request);
        if (key.length > 255 || JSON.stringify(request.body).length > 32_768) {
          throw refused(400, ["The property key or value is too long."]);
        }
        const status = known.has(key) ? 200 : 201;
        known.set(key, request.body);
        return { status, body: {} };
      },
    },
    {
      operation: `DELETE ${operation}/{propertyKey}`,
      answer: (world, request) => {
        const key = request.parameter("propertyKey");
        if (!of(world, request).delete(key)) throw noSuchProperty(key);
        return { status: 204, body: undefined };
      },
    },
  ];
}

function noSuchProperty(key: string) {
  return refused(404, [`The property with key '${key}' does not exist.`]);
}

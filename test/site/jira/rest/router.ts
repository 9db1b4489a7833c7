import { JqlRefusal } from "../jql/refusal";
import type { Conformance } from "../openapi/conformance";
import type { Operation } from "../openapi/documents";
import type { Asker } from "../visibility";
import type { World } from "../world";
import type { Resource } from "./resource";
import { notModelled, refused, type RestAnswer, RestRefusal } from "./rest-answer";

export type RoutedRequest = {
  readonly method: string;
  readonly url: URL;
  readonly contentType: string | undefined;
  readonly text: string | undefined;
};

/** Answers requests by operation of Atlassian's document. */
export type Router = {
  readonly operationOf: (method: string, pathname: string) => MatchedOperation | undefined;
  readonly answer: (matched: MatchedOperation, request: RoutedRequest, asker: Asker) => RestAnswer;
};

export type MatchedOperation = {
  readonly operation: Operation;
  readonly parameters: ReadonlyMap<string, string>;
};

export function createRouter(
  world: World,
  conformance: Conformance,
  resources: readonly Resource[],
): Router {
  const byOperation = new Map(resources.map((resource) => [resource.operation, resource]));

  const answer: Router["answer"] = (matched, request, asker) => {
    const { operation, parameters } = matched;
    const resource = byOperation.get(operation.id);
    if (resource === undefined) throw notModelled(operation.id);
    checkQuery(operation, resource, request.url.searchParams);
    const body = parseBody(operation, request);
    const fault = conformance.requestFault(operation, body);
    if (fault !== undefined) throw refused(400, [`${invalidPayload} (${fault})`]);
    return resource.answer(world, {
      asker,
      parameter: (name) => parameters.get(name) ?? "",
      query: request.url.searchParams,
      body,
    });
  };

  return {
    operationOf: (method, pathname) => matchOperation(conformance.operations, method, pathname),
    answer: (matched, request, asker) => {
      try {
        return answer(matched, request, asker);
      } catch (problem) {
        return answerTo(problem);
      }
    },
  };
}

const invalidPayload =
  "Invalid request payload. Refer to the REST API documentation and try again.";

function answerTo(problem: unknown): RestAnswer {
  if (problem instanceof RestRefusal) return problem.answer;
  if (!(problem instanceof JqlRefusal)) throw problem;
  const { kind, message, messages } = problem;
  if (kind === "unmodelled") return notModelled(message).answer;
  if (kind === "syntax") return refused(400, messages).answer;
  return { status: 400, body: { errorMessages: messages, warningMessages: [] } };
}

function checkQuery(operation: Operation, resource: Resource, query: URLSearchParams): void {
  for (const name of query.keys()) {
    if (!operation.queryParameters.includes(name)) {
      throw notModelled(`${operation.id} has no query parameter ${name}`);
    }
    if (resource.query?.includes(name) !== true) {
      throw notModelled(`query parameter ${name} of ${operation.id}`);
    }
  }
}

function parseBody(operation: Operation, { contentType, text }: RoutedRequest): unknown {
  if (operation.requestSchema === undefined) return undefined;
  if (contentType?.toLowerCase().includes("json") !== true) {
    const given = contentType ?? "null";
    throw new RestRefusal({
      status: 415,
      contentType: "application/problem+json",
      body: {
        title: "Unsupported Media Type",
        detail: `Content-Type '${given}' is not supported.`,
        instance: operation.path,
      },
    });
  }
  try {
    return JSON.parse(text ?? "");
  } catch {
    throw refused(400, [invalidPayload]);
  }
}

function matchOperation(
  operations: readonly Operation[],
  method: string,
  pathname: string,
): MatchedOperation | undefined {
  const segments = pathname.split("/");
  const matches = operations.flatMap((operation) => {
    const parameters =
      operation.method === method ? matchPath(operation.path.split("/"), segments) : undefined;
    return parameters === undefined ? [] : [{ operation, parameters }];
  });
  return matches.sort((a, b) => a.parameters.size - b.parameters.size)[0];
}

function matchPath(
  template: readonly string[],
  segments: readonly string[],
): ReadonlyMap<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const parameters = new Map<string, string>();
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? "";
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined && part !== segment) return undefined;
    if (name !== undefined) parameters.set(name, decodeURIComponent(segment));
  }
  return parameters;
}

import type { JiraRequest, JiraResponse } from "../../boundary";
import type { Conformance } from "../openapi/conformance";
import type { Store } from "../store/create-store";
import type { Asker, Visibility } from "../visibility";
import type { RestAnswer } from "./rest-answer";
import type { Router } from "./router";

export type Handling = {
  readonly store: Store;
  readonly visibility: Visibility;
  readonly router: Router;
  readonly conformance: Conformance;
  readonly faults: string[];
};

/** Answers one request; whatever does not fit Atlassian's document is noted among the faults and answered with 500. */
export function handleRequest(request: JiraRequest, handling: Handling): JiraResponse {
  const { store, router, conformance, faults } = handling;
  store.catchUp();
  const url = new URL(request.path, "http://jira");
  const matched = router.operationOf(request.method.toUpperCase(), url.pathname);
  if (matched === undefined) {
    faults.push(`no such operation: ${request.method} ${url.pathname}`);
    return respond({
      status: 404,
      body: { message: `null for uri: ${url.pathname}`, "status-code": 404 },
    });
  }
  const { operation } = matched;
  const answer = answerAs(request, handling, (asker) =>
    router.answer(
      matched,
      {
        method: operation.method,
        url,
        contentType: header(request, "content-type"),
        text: request.body,
      },
      asker,
    ),
  );
  if (answer.status === 501) faults.push(`not modelled: ${JSON.stringify(answer.body)}`);
  const response = respond(answer, operation.id);
  const fault = faultOf(response, (body) =>
    conformance.responseFault(operation, answer.status, body),
  );
  if (fault === undefined) return response;
  faults.push(
    `${operation.id} answered ${String(answer.status)} with a body that does not fit: ${fault}`,
  );
  const errorMessages = [`EMULATOR_NONCONFORMING ${operation.id}: ${fault}`];
  return respond({ status: 500, body: { errorMessages, errors: {} } }, operation.id);
}

function answerAs(
  { as, byApp = false }: JiraRequest,
  { visibility }: Handling,
  answer: (asker: Asker) => RestAnswer,
): RestAnswer {
  const asker = visibility.asker(as);
  if (asker !== undefined) return answer({ ...asker, byApp: asker.byApp || byApp });
  const message = "Client must be authenticated to access this resource.";
  return { status: 401, body: { message, "status-code": 401 } };
}

function header({ headers }: JiraRequest, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

const usualType = "application/json;charset=UTF-8";

function respond(
  { status, body, contentType = usualType }: RestAnswer,
  operation?: string,
): JiraResponse {
  return {
    status,
    headers: body === undefined ? {} : { "content-type": contentType },
    body: body === undefined ? "" : JSON.stringify(body),
    operation,
  };
}

/** Atlassian's document gives 401 a body that no site sends. */
function faultOf(
  { status, body }: JiraResponse,
  check: (body: unknown) => string | undefined,
): string | undefined {
  return body === "" || status === 401 ? undefined : check(JSON.parse(body));
}

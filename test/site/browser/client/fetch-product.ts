import { ask } from "./ask";
import { isRecord } from "./messages";

const noBody = new Set([204, 205, 304]);

/** `requestJira` of a frame: always as the person who looks at the page. */
export async function fetchProduct(surface: object, data: unknown): Promise<unknown> {
  const call = isRecord(data) ? data : {};
  if (call["product"] !== "jira" || call["isMultipartFormData"] === true) {
    const command = `fetchProduct ${String(call["product"])}`;
    await ask("/__bridge/unmodelled", { ...surface, command });
    throw new Error(`EMULATOR_NOT_MODELLED: ${command}`);
  }
  const init = isRecord(call["fetchRequestInit"]) ? call["fetchRequestInit"] : {};
  const answer = await ask("/__bridge/fetch", {
    ...surface,
    path: call["restPath"],
    method: typeof init["method"] === "string" ? init["method"] : "GET",
    headers: init["headers"] ?? [],
    body: init["body"] ?? null,
  });
  const response = isRecord(answer) ? answer : {};
  const status = Number(response["status"]);
  return {
    body: noBody.has(status) ? undefined : response["body"],
    headers: response["headers"],
    status,
    statusText: "",
    isAttachment: false,
  };
}

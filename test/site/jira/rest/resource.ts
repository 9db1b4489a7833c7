import type { Asker } from "../visibility";
import type { World } from "../world";
import type { RestAnswer } from "./rest-answer";

export type RestRequest = {
  readonly asker: Asker;
  /** A path parameter by its name in the document. */
  readonly parameter: (name: string) => string;
  readonly query: URLSearchParams;
  /** Parsed JSON, checked against the document; undefined without a body. */
  readonly body: unknown;
};

/** How the local site answers one operation of Jira. */
export type Resource = {
  /** As the document names it: `GET /rest/api/3/field`. */
  readonly operation: string;
  /** The query parameters that are taken into account; others are refused as not modelled. */
  readonly query?: readonly string[];
  readonly answer: (world: World, request: RestRequest) => RestAnswer;
};

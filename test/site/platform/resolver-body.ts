import type { ResolverCall } from "../boundary";

/** The first argument of a resolver function: the call, and the page's context without any claim about the user. */
export function resolverBody({ functionKey, payload, context, moduleKey }: ResolverCall) {
  return { call: { functionKey, payload }, context: { ...context, moduleKey } };
}

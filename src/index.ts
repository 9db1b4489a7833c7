export { onIssueEvent } from "./handlers/on-issue-event";
export { onLifecycle } from "./handlers/on-lifecycle";
export { reconcile } from "./handlers/reconcile";
export { refreshConsumer } from "./handlers/refresh-consumer";
export { resolver } from "./handlers/resolver";
export { snapshot } from "./handlers/snapshot";

import { proxyError, type Served } from "./service";

/** The app declares no external host, so every request to one is refused as Forge refuses it. */
export function refuseEgress(): Served {
  return {
    response: proxyError(403, "REQUEST_EGRESS_ALLOWLIST_ERR"),
    service: "egress",
    as: "app",
  };
}

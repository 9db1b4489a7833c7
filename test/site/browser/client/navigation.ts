import { isRecord } from "./messages";

/** `router.navigate` and `router.open`: the frame itself may not leave its page. */
export function navigate(data: unknown): void {
  const request = isRecord(data) ? data : {};
  const address = typeof request["url"] === "string" ? request["url"] : addressOf(data);
  const url = new URL(address, globalThis.location.origin);
  if (!["http:", "https:"].includes(url.protocol))
    throw new Error(`cannot navigate to ${url.protocol}`);
  if (request["type"] === "new-tab") globalThis.open(url.href, "_blank", "noopener");
  else globalThis.location.assign(url.href);
}

/** The address of a `{ target, … }` location on this site. */
export function addressOf(data: unknown): string {
  const location = isRecord(data) ? data : {};
  const path = pathOf(location);
  if (path === undefined) {
    throw new Error(`EMULATOR_NOT_MODELLED: navigation to ${String(location["target"])}`);
  }
  return new URL(path, globalThis.location.origin).href;
}

function pathOf(location: Readonly<Record<string, unknown>>): string | undefined {
  const part = (name: string) => encodeURIComponent(String(location[name]));
  switch (location["target"]) {
    case "issue":
      return `/browse/${part("issueKey")}`;
    case "dashboard":
      return `/jira/dashboards/${part("dashboardId")}`;
    case "module":
      return `/__site/module/${part("moduleKey")}${query(location)}`;
    default:
      return undefined;
  }
}

function query(location: Readonly<Record<string, unknown>>): string {
  const given = ["projectKey", "path"].flatMap((name) => {
    const value = location[name];
    return typeof value === "string" ? [[name, value]] : [];
  });
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}

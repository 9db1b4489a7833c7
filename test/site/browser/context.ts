import type { Site } from "./site";
import { themeNames } from "./tokens";
import type { Viewer } from "./viewer";

/** Where a frame stands: its module, and what the page says about the place (the `extension` of the context). */
export type Surface = {
  readonly moduleKey: string;
  readonly extension: Readonly<Record<string, unknown>>;
};

/** The frontend context of a surface, as `view.getContext()` gives it and as the resolver receives it. */
export function contextOf(site: Site, viewer: Viewer, surface: Surface): Record<string, unknown> {
  const { appId, scopes } = site.manifest;
  const extensionId = `extension/${appId}/${site.environmentId}/static/${surface.moduleKey}`;
  return {
    accountId: viewer.user.accountId,
    cloudId: site.cloudId,
    environmentId: site.environmentId,
    environmentType: "DEVELOPMENT",
    extension: surface.extension,
    localId: `ari:cloud:ecosystem::${extensionId}`,
    locale: "en-US",
    moduleKey: surface.moduleKey,
    siteUrl: site.url,
    surfaceColor: null,
    theme: { colorMode: viewer.colorMode, ...themesByKind() },
    timezone: viewer.user.timeZone ?? "UTC",
    userAccess: { enabled: false, hasAccess: true },
    permissions: { scopes, external: {} },
  };
}

function themesByKind(): Record<string, string> {
  return Object.fromEntries(
    themeNames.split(" ").map((pair) => {
      const [kind = "", name = ""] = pair.split(":");
      return [kind, name];
    }),
  );
}

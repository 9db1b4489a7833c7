import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { policyFor } from "./csp";
import type { Asked, Reply } from "./http";
import { jsonReply, textReply } from "./http";
import type { Site } from "./site";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

const bridgePath = "/__bridge/global-bridge.js";

/**
 * Serves the app's built resources below /<app>/<environment>/<resource>/, so that an absolute path fails here as
 * it fails in production. Pages get the bridge script first in their head and the production policy.
 */
export function appOrigin(site: Site, bridgeScript: string) {
  const prefix = `/${site.manifest.appId}/${site.environmentId}/`;
  return async (asked: Asked): Promise<Reply> => {
    const { pathname } = asked.url;
    if (pathname === bridgePath) return textReply(bridgeScript, "text/javascript");
    const resource = site.manifest.resources.find((each) =>
      pathname.startsWith(`${prefix}${each.key}/`),
    );
    if (resource === undefined) return absent(pathname);
    const inside = decodeURIComponent(pathname.slice(prefix.length + resource.key.length + 1));
    if (inside.startsWith("__LOCALES__/")) return locale(site, inside.slice("__LOCALES__/".length));
    return served(site, join(site.root, resource.path), inside || "index.html");
  };
}

/** Refuses paths that lead out of the folder. */
async function served(site: Site, folder: string, inside: string): Promise<Reply> {
  const path = normalize(join(folder, inside));
  if (!path.startsWith(normalize(folder) + sep)) return absent(inside);
  const content = await readFile(path).catch(() => undefined);
  if (content === undefined && inside === "index.html") return notBuilt;
  if (content === undefined) return absent(inside);
  const type = types[extname(path)] ?? "application/octet-stream";
  if (!type.startsWith("text/html")) {
    const cache = inside.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    return {
      status: 200,
      headers: { "content-type": type, "cache-control": cache },
      body: content,
    };
  }
  return document(site, content.toString("utf8"));
}

function document(site: Site, markup: string): Reply {
  return {
    status: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": policyFor(markup, site.manifest.permissions, site.url),
    },
    body: markup.replace(/<head[^>]*>/i, (head) => `${head}<script src="${bridgePath}"></script>`),
  };
}

/** The folder that Forge's bundler writes beside the pages for `i18n` of @forge/bridge. */
async function locale(site: Site, name: string): Promise<Reply> {
  const { locales, fallback } = site.manifest;
  if (name === "i18n-info.json") {
    return jsonReply({ config: { locales: locales.map((each) => each.key), fallback } });
  }
  const found = locales.find((each) => `${each.key}.json` === name);
  if (found === undefined) return absent(name);
  return textReply(await readFile(join(site.root, found.path), "utf8"), "application/json");
}

/** Reads as a hint to whoever started the site before the front end was built. */
const notBuilt = textReply("The app's front end is not built: npm run build", "text/plain", 404);

function absent(path: string): Reply {
  return textReply(`Nothing at ${path}`, "text/plain", 404);
}

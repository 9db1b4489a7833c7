import { html } from "../html";
import { type Asked, page, type Reply } from "../http";
import type { Site } from "../site";
import { viewerOf } from "../viewer";
import { layout } from "./layout";
import { searchSection } from "./search";

/** The issue navigator: `/issues/?jql=…`. */
export async function navigatorPage(site: Site, asked: Asked): Promise<Reply> {
  const viewer = viewerOf(site, asked);
  const { searchParams } = asked.url;
  const jql = searchParams.get("jql") ?? "created >= -365d ORDER BY updated DESC";
  const token = searchParams.get("token");
  const found = await searchSection(site, viewer, { action: "/issues/", jql, token });
  const main = html`<h1>Issues</h1>
    ${found}`;
  return page(layout(site, viewer, { title: "Issues", here: "issues", main }));
}

import type { Asked } from "./http";
import type { Site, Person } from "./site";
import type { ColorMode } from "./tokens";

/** Who looks at the page, and in which colours. */
export type Viewer = { readonly user: Person; readonly colorMode: ColorMode };

export const userCookie = "site_user";
export const colorCookie = "site_color_mode";

export function viewerOf(site: Site, asked: Asked): Viewer {
  const user = site.users.find((each) => each.accountId === asked.cookies[userCookie]);
  return {
    user: user ?? site.defaultUser,
    colorMode: asked.cookies[colorCookie] === "dark" ? "dark" : "light",
  };
}

/** A cookie that no frame of the app can read or send: HttpOnly, and Lax keeps it to the site's own pages. */
export function setCookie(name: string, value: string): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000`;
}

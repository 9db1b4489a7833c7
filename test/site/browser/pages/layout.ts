import { type Html, html, type Part } from "../html";
import type { Site } from "../site";
import { themeNames } from "../tokens";
import type { Viewer } from "../viewer";
import { clockText } from "./words";

export type NavigationItem = "dashboards" | "projects" | "issues" | "goals" | "settings" | "none";

type Content = {
  readonly title: string;
  readonly here: NavigationItem;
  readonly main: Part;
  /** A page of the app takes the whole width; with layout `blank` it has no margins either. */
  readonly fill?: "app" | "blank";
};

/** The frame of every page: Jira's bar at the top, and the person, colour and clock switches of the local site. */
export function layout(site: Site, viewer: Viewer, content: Content): Html {
  return html`<!doctype html>
    <html lang="en" data-theme="${themeNames}" data-color-mode="${viewer.colorMode}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${content.title} - ${site.name} - Jira</title>
        <link rel="icon" href="/__site/logo.svg" />
        <link rel="stylesheet" href="/__site/tokens.css" />
        <link rel="stylesheet" href="/__site/site.css" />
        <script src="/__site/host.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        ${topBar(site, viewer, content.here)}
        <main id="main" class="${mainClass(content.fill)}">${content.main}</main>
        <footer class="foot">
          <span
            >A local stand-in for Jira: nothing here leaves this machine. Times are in UTC.</span
          >
          <a href="/__site/calls">Calls of the app</a>
          <a href="/__site/faults">Faults</a>
        </footer>
        <div id="flags"></div>
      </body>
    </html>`;
}

function mainClass(fill: Content["fill"]): string {
  return fill === "blank" ? "blank" : `page ${fill ?? ""}`;
}

function topBar(site: Site, viewer: Viewer, here: NavigationItem): Html {
  return html`<header class="top">
    <a class="brand" href="/"
      ><img src="/__site/logo.svg" alt="" width="24" height="24" />${site.name}</a
    >
    <nav aria-label="Site" class="top-nav">
      ${navigation(site).map(
        (item) =>
          html`<a href="${item.href}" ${item.name === here ? current : undefined}>${item.text}</a>`,
      )}
    </nav>
    <div class="top-tools">
      ${faultNotice(site)}
      <span class="clock" title="The time of this site, in UTC">
        <time id="clock">${clockText(site.clock.now())}</time>
        <button id="clock-advance" type="button" class="button small" title="Let one day pass">
          +1 day
        </button>
      </span>
      <button
        id="theme-switch"
        type="button"
        class="button icon"
        aria-label="Dark mode"
        aria-pressed="${viewer.colorMode === "dark" ? "true" : "false"}"
      >
        <span aria-hidden="true">◐</span>
      </button>
      ${userSwitch(site, viewer)}
    </div>
  </header>`;
}

/** Nobody should wonder why the app stumbles: as long as faults are switched on, every page says so. */
function faultNotice(site: Site): Html | undefined {
  const count = site.faults.declared().length + (site.searchLag.usual() > 0 ? 1 : 0);
  if (count === 0) return undefined;
  return html`<a class="fault-notice" href="/__site/faults"
    >${count} ${count === 1 ? "fault" : "faults"} on</a
  >`;
}

const current = html`aria-current="page"`;

function navigation(site: Site): readonly { href: string; text: string; name: NavigationItem }[] {
  const { appId, surfaces } = site.manifest;
  const global = surfaces.find((each) => each.type === "jira:globalPage");
  const app = `${appId}/${site.environmentId}`;
  return [
    { href: "/jira/dashboards/10000", text: "Dashboards", name: "dashboards" },
    { href: "/projects", text: "Projects", name: "projects" },
    { href: "/issues/", text: "Issues", name: "issues" },
    ...(global === undefined
      ? []
      : [{ href: `/jira/apps/${app}`, text: global.title, name: "goals" } as const]),
    { href: `/jira/settings/apps/${app}`, text: "Settings", name: "settings" },
  ];
}

function userSwitch(site: Site, viewer: Viewer): Html {
  return html`<form class="user" method="post" action="/__site/user">
    <label for="user-switch" class="visually-hidden">You are</label>
    <select id="user-switch" name="account" autocomplete="off">
      ${site.users.map(
        (user) =>
          html`<option
            value="${user.accountId}"
            ${user === viewer.user ? html`selected` : undefined}
          >
            ${user.displayName}
          </option>`,
      )}
    </select>
    <noscript><button type="submit">Switch</button></noscript>
  </form>`;
}

/** A page that has nothing to show but a message of Jira. */
export function messagePage(
  site: Site,
  viewer: Viewer,
  message: { readonly title: string; readonly lines: readonly string[] },
): Html {
  return layout(site, viewer, {
    title: message.title,
    here: "none",
    main: html`<section class="message">
      <h1>${message.title}</h1>
      ${message.lines.map((line) => html`<p>${line}</p>`)}
    </section>`,
  });
}

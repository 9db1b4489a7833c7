import { ask } from "./ask";
import { tellFrames } from "./events";
import { showFlag } from "./flags";
import { isRecord, textOf } from "./messages";

const newsMilliseconds = 2000;

/** The issue view: transitions, and changes of the issue by whomever, which the app's panels hear of as well. */
export function showIssue(): void {
  const issue = document.querySelector<HTMLElement>("#issue");
  if (issue === null) return;
  const look = newsOf(issue);
  issue.addEventListener("click", (event) => {
    const button =
      event.target instanceof Element ? event.target.closest("[data-transition]") : null;
    if (button instanceof HTMLElement) {
      const { transition: id, resolution } = button.dataset;
      void change(issue, "transition", { id, resolution }).then(look);
    }
  });
  issue.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const field = input.dataset["editField"] ?? "";
    const value = input.value === "" ? null : Number(input.value);
    void change(issue, "edit", { fields: { [field]: value } }).then(look);
  });
  setInterval(() => {
    if (!document.hidden) void look();
  }, newsMilliseconds);
  rememberPanels();
}

/** Makes a change as the person who looks at the page; a refusal of Jira is shown as it came. */
async function change(
  issue: HTMLElement,
  what: "transition" | "edit",
  body: object,
): Promise<void> {
  const answer = await ask(`/__site/issues/${String(issue.dataset["key"])}/${what}`, body);
  if (isRecord(answer) && answer["ok"] === true) return;
  const messages = isRecord(answer) ? answer["messages"] : undefined;
  showFlag({
    id: what,
    type: "error",
    title: "The issue could not be changed",
    description: Array.isArray(messages) ? messages.map((each) => textOf(each)).join(" ") : "",
  });
}

/** Looks for changes of this issue since the page was made; one look at a time. */
function newsOf(issue: HTMLElement): () => Promise<void> {
  const { key = "", issueId, projectId } = issue.dataset;
  let seen = Number(issue.dataset["news"]);
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    const path = `/__site/issues/${key}/news?issueId=${String(issueId)}&since=${String(seen)}`;
    const response = await fetch(path);
    const news: unknown = await response.json();
    const changes = isRecord(news) && Array.isArray(news["changes"]) ? news["changes"] : [];
    if (!isRecord(news) || changes.length === 0) return;
    seen = Number(news["last"]);
    await refreshParts(key);
    tellFrames("JIRA_ISSUE_CHANGED", { issueId, projectId, changes });
  };
  return () => {
    looking = looking.then(look, look);
    return looking;
  };
}

/** Takes the changed parts from the page as the server renders it now; the app's frames stay as they are. */
async function refreshParts(key: string): Promise<void> {
  const response = await fetch(`/browse/${encodeURIComponent(key)}`);
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of document.querySelectorAll("[data-part]")) {
    const name = part.getAttribute("data-part") ?? "";
    const replacement = fresh.querySelector(`[data-part="${name}"]`);
    if (replacement !== null) part.replaceWith(document.adoptNode(replacement));
  }
}

/** Jira remembers per person whether a panel of the right column is open. */
function rememberPanels(): void {
  for (const panel of document.querySelectorAll<HTMLDetailsElement>("details[data-panel]")) {
    const name = `panel:${String(panel.dataset["panel"])}`;
    if (localStorage.getItem(name) === "closed") panel.open = false;
    panel.addEventListener("toggle", () => {
      localStorage.setItem(name, panel.open ? "open" : "closed");
    });
  }
}

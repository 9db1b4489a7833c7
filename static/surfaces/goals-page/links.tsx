import type { GoalView, LinkView } from "../../../src/contract/goal";
import { call, openIssue } from "../../bridge";
import { ActProblem } from "../../parts/act-problem";
import { issuesText } from "../../parts/format";
import { useAct } from "../../parts/use-act";
import { AddLinks } from "./add-links";

/** How work joins the goal: issues and rules, each with how many issues it brings. */
export function Links({ goal }: { readonly goal: GoalView }) {
  const { line, links } = goal;
  const unlink = useAct((linkId: string, key) => call("unlink", { key, goalId: line.id, linkId }));
  const mayChange = line.mayEdit && !line.archived;
  return (
    <section className="card" aria-label="Linked work">
      <h2 className="section-title">Linked work</h2>
      {links.length === 0 ? (
        <p className="subtle">No work is linked yet. Link an epic, single issues, or a JQL rule.</p>
      ) : (
        <ul className="links">
          {links.map((link) => (
            <li key={link.id} className="row row-between">
              <LinkText link={link} />
              {mayChange ? (
                <button
                  className="button button-subtle"
                  type="button"
                  aria-label={`Unlink ${link.issueKey ?? link.jql ?? "hidden work"}`}
                  disabled={unlink.busy}
                  onClick={() => {
                    unlink.run(link.id);
                  }}
                >
                  Unlink
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <ActProblem problem={unlink.problem} />
      {mayChange ? <AddLinks goalId={line.id} /> : null}
    </section>
  );
}

function LinkText({ link }: { readonly link: LinkView }) {
  return (
    <div className="link-text">
      {link.kind === "rule" ? <Rule jql={link.jql} /> : <LinkedIssue link={link} />}
      <p className="subtle">
        {scopeText(link)}
        {link.brings === null ? "" : ` · brings ${issuesText(link.brings)}`}
      </p>
      {link.broken === null ? null : (
        <p className="field-error">
          Jira refuses this rule now, so its last members are kept: {link.broken}
        </p>
      )}
    </div>
  );
}

function Rule({ jql }: { readonly jql: string | null }) {
  return jql === null ? <span>A rule you may not read</span> : <code>{jql}</code>;
}

function LinkedIssue({ link }: { readonly link: LinkView }) {
  const { issueKey, issueTitle } = link;
  if (issueKey === null) return <span>An issue you may not see</span>;
  return (
    <span>
      <button
        className="link"
        type="button"
        onClick={() => {
          openIssue(issueKey);
        }}
      >
        {issueKey}
      </button>{" "}
      {issueTitle}
    </span>
  );
}

function scopeText({ kind, descendants }: LinkView): string {
  if (kind === "issue") return descendants ? "with everything below it" : "only this issue";
  return descendants
    ? "every issue that matches, with everything below"
    : "every issue that matches";
}

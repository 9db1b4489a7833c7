import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { knownEvents } from "./gates/manifest/known-events";
import { readManifest } from "./gates/manifest/read-manifest";
import { calledPaths, pathsIn } from "./gates/scopes/called-paths";
import { documentedOperations } from "./gates/scopes/documents";
import { scopeFaults, scopeUses, type ScopeFacts } from "./gates/scopes/scope-faults";

const root = resolve(__dirname, "..");

const facts = (): ScopeFacts => ({
  declared: readManifest(join(root, "manifest.yml")).permissions.scopes,
  uses: scopeUses.parse(JSON.parse(readFileSync(join(root, "test/scopes.json"), "utf8"))),
  documented: documentedOperations(),
  eventScopes: knownEvents(),
  called: calledPaths(),
});

describe("the scopes of the manifest", () => {
  const real = facts();
  const without = (scope: string) => real.declared.filter((each) => each !== scope);

  it("are all used and sufficient for every operation that is listed or called", () => {
    expect(scopeFaults(real)).toEqual([]);
  });

  it("cover calls that src really makes", () => {
    expect(real.called).toContain("/rest/api/3/search/jql");
  });

  it("are each missed when they are gone", () => {
    for (const scope of real.declared)
      expect(scopeFaults({ ...real, declared: without(scope) })).not.toEqual([]);
  });

  it("are refused when nothing needs them", () => {
    const declared = [...real.declared, "write:jira-work"];
    expect(scopeFaults({ ...real, declared })).toContain("write:jira-work has no use");
  });

  it("are refused when what they are said to be for works without them", () => {
    const uses = structuredClone(real.uses);
    uses.scopes["read:project:jira"] = { step: 1, operations: ["GET /rest/api/3/project/search"] };
    expect(scopeFaults({ ...real, uses })).toContain(
      "nothing would fail without read:project:jira",
    );
  });

  it("do not cover a call that the list does not name", () => {
    const called = [...real.called, "/rest/api/3/issue/{}/worklog"];
    expect(scopeFaults({ ...real, called })).toEqual([
      "src calls /rest/api/3/issue/{}/worklog, which test/scopes.json does not list",
    ]);
  });

  it("are refused for a call that was planned for a step already built and is not made", () => {
    const called = real.called.filter((path) => path !== "/rest/api/3/jql/match");
    expect(scopeFaults({ ...real, called })).toEqual([
      "src does not call POST /rest/api/3/jql/match, which test/scopes.json lists as built",
    ]);
  });

  it("do not cover an operation that asks for another scope", () => {
    const uses = structuredClone(real.uses);
    uses.scopes["read:jira-work"]?.operations?.push("GET /rest/api/3/statuses/search");
    expect(scopeFaults({ ...real, uses })).toEqual(
      expect.arrayContaining([
        "GET /rest/api/3/statuses/search does not ask for read:jira-work",
        "the declared scopes do not open GET /rest/api/3/statuses/search",
      ]),
    );
  });
});

describe("paths in a source text", () => {
  it("are found with their parameters and without their query", () => {
    expect(pathsIn("route`/rest/api/3/project/${key(id)}/versions?expand=${all}`")).toEqual([
      "/rest/api/3/project/{}/versions",
    ]);
  });
});

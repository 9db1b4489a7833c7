import { exportArguments } from "./arguments";

const environment = { JIRA_EMAIL: "ana@example.com", JIRA_API_TOKEN: "secret" };
const args = (changes: Readonly<Record<string, string>> = {}) =>
  Object.entries({
    ...{ site: "https://acme.atlassian.net/", jql: "project = ABC", out: "acme" },
    ...changes,
  }).flatMap(([name, value]) => [`--${name}`, value]);

it("takes the token from the environment alone", () => {
  expect(exportArguments(args(), environment)).toEqual({
    ...{ site: "https://acme.atlassian.net", jql: "project = ABC", out: "acme" },
    ...{ email: "ana@example.com", token: "secret" },
  });
  expect(exportArguments([...args(), "--token", "x"], environment)).toMatch("--token");
});

it.each([
  ["no query", args({ jql: "" }), environment, "--site, --jql and --out are needed"],
  ["no token", args(), { JIRA_EMAIL: "ana@example.com" }, "JIRA_EMAIL and JIRA_API_TOKEN"],
  ["a path", args({ site: "https://acme.atlassian.net/jira" }), environment, "without a path"],
  ["no address", args({ site: "acme" }), environment, "without a path"],
  ["clear text", args({ site: "http://acme.atlassian.net" }), environment, "begins with https://"],
])("refuses %s", (_what, argv, given, message) => {
  expect(exportArguments(argv, given)).toMatch(message);
});

it("allows a site of this machine without encryption", () => {
  const site = "http://127.0.0.1:8080";
  expect(exportArguments(args({ site }), environment)).toMatchObject({ site });
});

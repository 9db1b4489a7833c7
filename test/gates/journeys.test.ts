import { createServer, type Server, type ServerResponse } from "node:http";
import type { Browser } from "playwright-core";
import { installedChromium, launchChromium } from "../journeys/chromium";
import type { Journey } from "../journeys/journey";
import { runJourneys } from "../journeys/run-journeys";

/** A stand-in of the site: its pages misbehave in one way each. */
const pages: Readonly<Record<string, string>> = {
  "/fine": "<main><h1>Fine</h1></main>",
  "/console": "<script>console.error('a complaint')</script>",
  "/uncaught": "<script>throw new Error('nobody caught me')</script>",
  "/broken": "<script>fetch('/answers-500')</script>",
  "/unnamed": `<main><iframe title="App" src="/app"></iframe></main>`,
  "/app": "<html lang='en'><title>App</title><main><button></button></main></html>",
};

const control: Readonly<Record<string, unknown>> = {
  "/fine/__control/calls?since=0": { calls: [], next: 0 },
  "/unmodelled/__control/calls?since=0": {
    calls: [
      {
        functionKey: "resolver",
        service: "unmodelled",
        as: "app",
        method: "GET",
        path: "/rest/api/3/moon",
        status: 501,
      },
    ],
    next: 1,
  },
  "/fine/__control/csp": [],
  "/unmodelled/__control/csp": [
    { directive: "script-src", blocked: "inline", document: "index.html" },
  ],
};

function answer(path: string, response: ServerResponse) {
  const state = control[path];
  if (state !== undefined) response.setHeader("content-type", "application/json");
  else response.setHeader("content-type", "text/html");
  const page = pages[path.replace(/^\/(fine|unmodelled)(?=\/)/, "")];
  response.statusCode = path.endsWith("/answers-500") ? 500 : 200;
  response.end(state === undefined ? (page ?? "") : JSON.stringify(state));
}

const withChromium = installedChromium() === undefined ? describe.skip : describe;

withChromium("the runner of the journeys", () => {
  let server: Server;
  let browser: Browser;
  let origin = "";

  beforeAll(async () => {
    server = createServer((request, response) => {
      answer(request.url ?? "", response);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    origin = `http://127.0.0.1:${String(address.port)}`;
    browser = await launchChromium();
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  const told = async (walk: Journey["walk"], state = "fine") => {
    const lines: string[] = [];
    const site = () =>
      Promise.resolve({
        url: `${origin}/${state}`,
        appOrigin: origin,
        users: [],
        stop: () => Promise.resolve(),
      });
    const outcome = await runJourneys([{ name: "somebody walks", site, walk }], browser, (line) =>
      lines.push(line),
    );
    return { outcome, text: lines.join("\n") };
  };

  it("passes a journey on which nothing went wrong", async () => {
    const { outcome, text } = await told(({ open }) => open("/fine"));
    expect(text).toMatch(/^✓ somebody walks/);
    expect(outcome).toEqual({ passed: 1, failed: 0 });
  }, 120_000);

  it.each([
    ["/console", "console: a complaint"],
    ["/uncaught", "uncaught: nobody caught me"],
    ["/broken", "answers-500 500"],
  ])(
    "fails a journey that passed %s",
    async (path, fault) => {
      const { outcome, text } = await told(({ open }) => open(path));
      expect(text).toContain(fault);
      expect(outcome).toEqual({ passed: 0, failed: 1 });
    },
    120_000,
  );

  it("fails a journey whose site met what it does not model or saw its policy broken", async () => {
    const { outcome, text } = await told(({ open }) => open("/fine"), "unmodelled");
    expect(text).toContain("not modelled: GET /rest/api/3/moon 501");
    expect(text).toContain("csp: script-src refused inline in index.html");
    expect(outcome.failed).toBe(1);
  }, 120_000);

  it("fails a journey that finds the app not accessible", async () => {
    const { outcome, text } = await told(async ({ open, accessible }) => {
      await open("/unnamed");
      await accessible("the page");
    });
    expect(text).toContain("the page is not accessible");
    expect(text).toContain("axe button-name");
    expect(outcome.failed).toBe(1);
  }, 120_000);

  it("fails a journey that did not find what it looked for", async () => {
    const { outcome, text } = await told(async ({ open, page }) => {
      await open("/fine");
      await page.getByText("Not there").click({ timeout: 200 });
    });
    expect(text).toContain("Timeout 200ms exceeded");
    expect(outcome.failed).toBe(1);
  }, 120_000);

  it("fails a journey whose site does not start", async () => {
    const site = () => Promise.reject(new Error("no engine"));
    const never = () => Promise.resolve();
    const lines: string[] = [];
    const outcome = await runJourneys([{ name: "a walk", site, walk: never }], browser, (line) =>
      lines.push(line),
    );
    expect(lines.join("\n")).toContain("the site did not start: Error: no engine");
    expect(outcome).toEqual({ passed: 0, failed: 1 });
  });
});

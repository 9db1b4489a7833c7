import { createServer } from "node:http";
import { build } from "esbuild";

const source = `
  import { createElement } from "react";
  import { createRoot } from "react-dom/client";
  createRoot(document.getElementById("root")).render(createElement("p", null, "70 %"));
`;

const html = `<!doctype html><html lang="en"><title>React</title><div id="root"></div>
<script type="module" src="./main.js"></script></html>`;

export type BareReactPage = {
  readonly url: string;
  /** A page of another site (127.0.0.1, not localhost) with nothing but a frame that holds the bare page. */
  readonly framedUrl: string;
  /** Where the frame's address begins. */
  readonly frameOrigin: string;
  readonly stop: () => Promise<void>;
};

/** A page with React, one paragraph and nothing else, on a loopback port of its own: the yardstick for first paints. */
export async function bareReactPage(): Promise<BareReactPage> {
  const script = await bundled();
  const server = createServer(({ url, headers }, response) => {
    const isScript = url === "/main.js";
    const page = url === "/framed" ? framing(headers.host ?? "") : html;
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const url = `http://127.0.0.1:${String(address.port)}/`;
  return {
    url,
    framedUrl: `${url}framed`,
    frameOrigin: otherSite(new URL(url).host),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const framing = (host: string) =>
  `<!doctype html><html lang="en"><title>A frame</title><iframe src="${otherSite(host)}/"></iframe></html>`;

const otherSite = (host: string) => `http://${host.replace("127.0.0.1", "localhost")}`;

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: "js" },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error("esbuild made no script");
  return script.text;
}

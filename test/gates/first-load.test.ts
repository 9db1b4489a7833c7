import { gzipSync } from "node:zlib";
import { builtFiles, firstLoadBytes } from "./first-load";

const script = (fileName: string, more: Readonly<Record<string, unknown>> = {}) => ({
  type: "chunk",
  fileName,
  code: `console.log(${JSON.stringify(fileName)})`,
  isEntry: false,
  imports: [],
  ...more,
});

const style = (fileName: string) => ({ type: "asset", fileName, source: `.${fileName} {}` });

const withStyles = (...names: string[]) => ({ viteMetadata: { importedCss: new Set(names) } });

const files = builtFiles([
  script("main.js", { isEntry: true, imports: ["react.js"], ...withStyles("tokens.css") }),
  script("react.js"),
  script("one.js", {
    facadeModuleId: "/app/static/surfaces/one/one.tsx",
    imports: ["main.js", "bar.js"],
    ...withStyles("one.css"),
  }),
  script("bar.js", withStyles("tokens.css")),
  script("two.js", { facadeModuleId: "/app/static/surfaces/two/two.tsx" }),
  style("tokens.css"),
  style("one.css"),
  style("two.css"),
]);

const size = (...names: string[]) =>
  names
    .map((name) => (name.endsWith("css") ? `.${name} {}` : `console.log(${JSON.stringify(name)})`))
    .reduce((total, content) => total + gzipSync(content).length, 0);

describe("the first load of a surface", () => {
  it("is the entry, the surface and what both import, each once, with their styles", () => {
    const loaded = size("main.js", "react.js", "one.js", "bar.js", "tokens.css", "one.css");
    expect(firstLoadBytes(files, "surfaces/one/")).toBe(loaded);
  });

  it("leaves other surfaces out", () => {
    expect(firstLoadBytes(files, "surfaces/two/")).toBe(
      size("main.js", "react.js", "two.js", "tokens.css"),
    );
  });

  it("is not zero for a surface that was not built, but an error", () => {
    expect(() => firstLoadBytes(files, "surfaces/three/")).toThrow(
      "the build has no surfaces/three/",
    );
  });
});

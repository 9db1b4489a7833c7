import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import reactHooks from "eslint-plugin-react-hooks";
import testingLibrary from "eslint-plugin-testing-library";
import tseslint from "typescript-eslint";

const plainJavaScript = ["**/*.js", "**/*.mjs", "**/*.cjs"];

const readonlyGlobals = (...names) => Object.fromEntries(names.map((name) => [name, "readonly"]));

/** Selectors that keep the clock and chance out of the domain: the same inputs always give the same number. */
const impure = [
  ["NewExpression[callee.name='Date'][arguments.length=0]", "now is a parameter"],
  ["CallExpression[callee.name='Date']", "now is a parameter"],
  ["CallExpression[callee.object.name='Date'][callee.property.name='now']", "now is a parameter"],
  ["CallExpression[callee.object.name='Math'][callee.property.name='random']", "seed it"],
].map(([selector, message]) => ({ selector, message }));

/** Bundlers keep all of zod (420 KB) behind the name z; a namespace import is shaken. */
const wholeZod = {
  selector: "ImportDeclaration[source.value='zod/mini'] > ImportSpecifier",
  message: 'import * as z from "zod/mini"',
};

export default tseslint.config(
  { ignores: ["static/dist", "dist", "node_modules"] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "max-lines": ["error", 250],
      "max-lines-per-function": ["error", 60],
      complexity: ["error", 10],
      "max-depth": ["error", 3],
      "max-params": ["error", 4],
      "no-console": "error",
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
    },
  },
  {
    files: ["src/**", "static/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { paths: [{ name: "zod", message: "zod/mini is a fifth of a cold start" }] },
      ],
      "no-restricted-syntax": ["error", wholeZod],
    },
  },
  {
    files: ["src/domain/**"],
    rules: { "no-restricted-syntax": ["error", wholeZod, ...impure] },
  },
  {
    // Forge's log is the console; only the doors write to it, once for each failure.
    files: ["src/handlers/**"],
    rules: { "no-console": ["error", { allow: ["error", "warn"] }] },
  },
  {
    files: ["static/**"],
    extends: [reactHooks.configs.flat.recommended],
    rules: { "react-hooks/incompatible-library": "off" },
  },
  {
    files: ["test/static/**"],
    extends: [testingLibrary.configs["flat/react"]],
  },
  { files: ["test/**"], rules: { "max-lines-per-function": "off" } },
  { files: plainJavaScript, extends: [tseslint.configs.disableTypeChecked] },
  {
    files: plainJavaScript,
    rules: { "@typescript-eslint/no-require-imports": "off" },
    languageOptions: {
      globals: readonlyGlobals(
        ...["process", "console", "require", "module", "__dirname", "Buffer", "global"],
        ...["globalThis", "setTimeout", "clearTimeout", "setInterval", "clearInterval"],
        ...["URL", "URLSearchParams", "fetch", "Response", "Headers", "Request", "structuredClone"],
        ...["AbortController", "queueMicrotask", "performance", "TextEncoder", "TextDecoder"],
      ),
    },
  },
  prettier,
);

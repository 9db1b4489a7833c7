export default {
  roots: ["<rootDir>/test"],
  testTimeout: 20_000,
  maxWorkers: "100%",
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: {
    "\\.(tsx?|mjs)$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2023",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
      },
    ],
  },
  moduleNameMapper: {
    "\\.css$": "identity-obj-proxy",
    "^@forge/dashboards-bridge$": "<rootDir>/node_modules/@forge/dashboards-bridge/out/index.js",
  },
  transformIgnorePatterns: ["/node_modules/(?!(d3-array|internmap)/)"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/journeys/"],
};

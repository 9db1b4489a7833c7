/** @jest-environment jsdom */
import { resetHost } from "./host";
import { screen } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod/mini";
import NotHereYet from "../../static/surfaces/not-here-yet/not-here-yet";
import { surfaceByModuleKey } from "../../static/surfaces/by-module-key";
import { contextOf, show, violationsIn } from "./show";

const keyed = z.array(z.looseObject({ key: z.string(), resource: z.optional(z.string()) }));
const manifest = z.looseObject({ modules: z.record(z.string(), keyed) });

const shown = Object.values(manifest.parse(parse(readFileSync("manifest.yml", "utf8"))).modules)
  .flat()
  .filter(({ resource }) => resource !== undefined)
  .map(({ key }) => key);

beforeEach(resetHost);

it("there is a surface for each module of the manifest that shows one, and no other", () => {
  expect(Object.keys(surfaceByModuleKey).sort()).toEqual([...shown].sort());
});

it.each(shown)("the surface of %s can be loaded", async (key) => {
  const surface = await surfaceByModuleKey[key]?.();
  expect(surface?.default).toBeInstanceOf(Function);
});

it.each([
  ["goal-tree-gadget", "The goal tree is not here yet"],
  ["goal-tree-widget", "The goal tree is not here yet"],
  ["attention-gadget", "Attention is not here yet"],
  ["attention-widget", "Attention is not here yet"],
])("%s says honestly that it is not here yet, and what will be", async (key, title) => {
  const { container } = show(<NotHereYet context={contextOf(key)} />);
  expect(screen.getByRole("heading", { name: title })).toBeVisible();
  expect(await violationsIn(container)).toEqual([]);
});

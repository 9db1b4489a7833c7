import { gzipSync } from "node:zlib";
import { z } from "zod/mini";

const chunk = z.looseObject({
  type: z.literal("chunk"),
  fileName: z.string(),
  code: z.string(),
  isEntry: z.boolean(),
  facadeModuleId: z.nullish(z.string()),
  imports: z.array(z.string()),
  viteMetadata: z.optional(z.looseObject({ importedCss: z.set(z.string()) })),
});

const asset = z.looseObject({
  type: z.literal("asset"),
  fileName: z.string(),
  source: z.union([z.string(), z.instanceof(Uint8Array)]),
});

const output = z.array(z.union([chunk, asset]));

type Chunk = z.infer<typeof chunk>;
type BuiltFiles = z.infer<typeof output>;

/** The output of a Vite build as far as sizes need it. */
export function builtFiles(built: unknown): BuiltFiles {
  return output.parse(built);
}

/**
 * Bytes, compressed, of all JavaScript and CSS that a browser loads before a surface shows its number: the entry with
 * its imports, and the surface's own chunk with its.
 */
export function firstLoadBytes(files: BuiltFiles, surface: string): number {
  const chunks = files.filter((file) => file.type === "chunk");
  const entry = chunks.find(({ isEntry }) => isEntry);
  const own = chunks.find(({ facadeModuleId }) => facadeModuleId?.includes(surface) === true);
  if (entry === undefined || own === undefined) throw new Error(`the build has no ${surface}`);
  const loaded = closure(chunks, [entry, own]);
  const styles = loaded.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  const scripts = loaded.map(({ code }) => compressed(code));
  return sum([
    ...scripts,
    ...[...new Set(styles)].map((name) => compressed(sourceOf(files, name))),
  ]);
}

function closure(chunks: readonly Chunk[], from: readonly Chunk[]): readonly Chunk[] {
  const next = chunks.filter(
    (each) => !from.includes(each) && from.some(({ imports }) => imports.includes(each.fileName)),
  );
  return next.length === 0 ? from : closure(chunks, [...from, ...next]);
}

function sourceOf(files: BuiltFiles, name: string): string | Uint8Array {
  const found = files.find((file) => file.type === "asset" && file.fileName === name);
  if (found?.type !== "asset") throw new Error(`the build has no ${name}`);
  return found.source;
}

function compressed(content: string | Uint8Array): number {
  return gzipSync(content).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

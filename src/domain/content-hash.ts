/** Eight hex digits that change whenever the JSON of a value does (FNV-1a, 32 bits, over UTF-16 code units). */
export function contentHash(value: unknown): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(value)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

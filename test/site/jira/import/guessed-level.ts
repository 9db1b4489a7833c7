/** The hierarchy level that a type of this name usually has: -1 sub-task, 1 epic, else 0. */
export function guessedLevel(typeName: string): number {
  if (/sub-?task|technical task/i.test(typeName)) return -1;
  return /^epic$/i.test(typeName) ? 1 : 0;
}

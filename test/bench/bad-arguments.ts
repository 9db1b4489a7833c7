/** Wrong arguments of a bench; the message says what to write instead. */
export class BadArguments extends Error {
  override readonly name = "BadArguments";
}

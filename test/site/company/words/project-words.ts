/** A theme of work: the epic's title, the initiative above it, and the things its stories are about. */
export type Theme = {
  readonly title: string;
  readonly initiative: string | null;
  readonly things: readonly string[];
};

/** What the titles of a project are composed from; "{thing}" and "{place}" stand for a word of the tables. */
export type ProjectWords = {
  readonly themes: readonly Theme[];
  readonly places: readonly string[];
  readonly stories: readonly string[];
  readonly tasks: readonly string[];
  readonly bugs: readonly string[];
  readonly components: readonly string[];
  readonly labels: readonly string[];
};

/** `things` are separated by "|". */
export function theme(title: string, initiative: string | null, things: string): Theme {
  return { title, initiative, things: things.split("|") };
}

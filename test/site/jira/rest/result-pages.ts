import { z } from "zod/mini";
import { refused } from "./rest-answer";

const token = z.object({ list: z.number(), offset: z.number() });
const keptLists = 500;

/** Pages of search results behind opaque tokens: a token continues the list that its first page began. */
export type ResultPages = {
  /** The ids behind a token, else those that `find` gives. */
  readonly idsFor: (
    nextPageToken: string | null | undefined,
    accountId: string | null,
    find: () => readonly string[],
  ) => PagedIds;
  readonly page: (
    paged: PagedIds,
    size: number,
  ) => { readonly ids: readonly string[]; readonly nextPageToken?: string };
};

export type PagedIds = {
  readonly list: number;
  readonly offset: number;
  readonly ids: readonly string[];
};

export function createResultPages(): ResultPages {
  const lists = new Map<number, { accountId: string | null; ids: readonly string[] }>();
  let latest = 0;

  const begin = (accountId: string | null, ids: readonly string[]): PagedIds => {
    latest += 1;
    lists.set(latest, { accountId, ids });
    lists.delete(latest - keptLists);
    return { list: latest, offset: 0, ids };
  };
  const resume = (text: string, accountId: string | null): PagedIds => {
    const parsed = token.safeParse(decoded(text));
    const known = parsed.success ? lists.get(parsed.data.list) : undefined;
    if (!parsed.success || known?.accountId !== accountId) {
      throw refused(400, ["The provided next page token is invalid or expired."]);
    }
    return { ...parsed.data, ids: known.ids };
  };

  return {
    idsFor: (nextPageToken, accountId, find) =>
      nextPageToken ? resume(nextPageToken, accountId) : begin(accountId, find()),
    page: ({ list, offset, ids }, size) => {
      const end = offset + size;
      const page = ids.slice(offset, end);
      return end >= ids.length
        ? { ids: page }
        : { ids: page, nextPageToken: encoded({ list, offset: end }) };
    },
  };
}

function encoded(value: z.infer<typeof token>): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return undefined;
  }
}

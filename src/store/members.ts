import * as z from "zod/mini";
import type { ScopeStore } from "../use-cases/store-ports";
import type { Database } from "./database";
import { id, int } from "./decoders";
import { linkRecord } from "./links";
import { linkSql } from "./sql/link-sql";
import { chunksOf, rowsPerStatement } from "./statement";
import { idValue } from "./values";

type MemberStore = Pick<
  ScopeStore,
  | "addMembers"
  | "dropUnseenMembers"
  | "nextSweep"
  | "addMember"
  | "removeMember"
  | "memberCounts"
  | "linksBringing"
>;

/** Which link brings which issue to which goal directly. */
export function memberStore(database: Database): MemberStore {
  return {
    addMembers: async (link, issueIds, sweep) => {
      for (const ids of chunksOf([...new Set(issueIds)], rowsPerStatement)) {
        const values = [sweep, ...ids.map(idValue), idValue(link.id), idValue(link.goalId)];
        await database.write(linkSql.addMembers(ids.length), values);
      }
    },
    dropUnseenMembers: async (linkId, sweep) => {
      await database.write(linkSql.dropUnseen, [idValue(linkId), idValue(linkId), sweep]);
    },
    nextSweep: async (linkId) => {
      await database.write(linkSql.nextSweep, [idValue(linkId)]);
      const [row] = await database.rows(linkSql.sweep, [idValue(linkId)], z.object({ sweep: int }));
      return row?.sweep ?? 0;
    },
    addMember: async (link, issueId) => {
      const values = [idValue(issueId), idValue(link.id), idValue(link.goalId)];
      await database.write(linkSql.addMember, values);
    },
    removeMember: async (linkId, issueId) => {
      await database.write(linkSql.removeMember, [idValue(issueId), idValue(linkId)]);
    },
    memberCounts: async (goalId) => {
      const counted = z.object({ link_id: id, members: int });
      const rows = await database.rows(linkSql.memberCounts, [idValue(goalId)], counted);
      return new Map(rows.map((row) => [row.link_id, row.members]));
    },
    linksBringing: async (issueId) => {
      const links = await database.rows(linkSql.bringing, [idValue(issueId)], linkRecord);
      return links.map((link) => ({ link, goalId: link.goalId }));
    },
  };
}

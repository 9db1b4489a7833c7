import * as z from "zod/mini";
import type { GoalLink } from "../domain/goal";
import type { Membership, ScopeStore } from "../use-cases/store-ports";
import type { Database } from "./database";
import { id, int } from "./decoders";
import { linkRecord, linkColumnsWith, linkOf } from "./links";
import { linkSql } from "./sql/link-sql";
import { chunksOf, idsPerStatement, rowsPerStatement } from "./statement";
import { idValue } from "./values";

type MemberStore = Pick<
  ScopeStore,
  | "addMemberships"
  | "removeMemberships"
  | "ownMembersOf"
  | "memberCounts"
  | "linksBringing"
  | "linksBringingEach"
>;

/** Which link brings which issue to which goal directly. */
export function memberStore(database: Database): MemberStore {
  return {
    addMemberships: async (memberships) => {
      for (const chunk of chunksOf(memberships, rowsPerStatement)) {
        await database.write(linkSql.addMemberships(chunk.length), chunk.flatMap(pairOf));
      }
    },
    removeMemberships: async (memberships) => {
      for (const chunk of chunksOf(memberships, rowsPerStatement)) {
        await database.write(linkSql.removeMemberships(chunk.length), chunk.flatMap(pairOf));
      }
    },
    ownMembersOf: async (goalId) => {
      const own = z.object({ issue_id: id });
      const rows = await database.rows(linkSql.ownMembers, [idValue(goalId)], own);
      return new Set(rows.map((row) => row.issue_id));
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
    linksBringingEach: async (issueIds) => {
      const bringing = new Map<string, GoalLink[]>();
      for (const ids of chunksOf([...new Set(issueIds)], idsPerStatement)) {
        const values = ids.map(idValue);
        const found = await database.rows(linkSql.bringingEach(ids.length), values, memberRecord);
        for (const { memberId, link } of found) {
          bringing.set(memberId, [...(bringing.get(memberId) ?? []), link]);
        }
      }
      return bringing;
    },
  };
}

const memberRecord = z.pipe(
  linkColumnsWith({ member_id: id }),
  z.transform((columns) => ({ memberId: columns.member_id, link: linkOf(columns) })),
);

const pairOf = ({ link, issueId }: Membership) => [idValue(issueId), idValue(link.id)];

import type { Change, Ref } from "./draft";
import { changeSize } from "./apply-size";
import type { Applied, Fields } from "./fields";
import { linkWords, resolutionIds, statusIds } from "./vocabulary";

/** Keys and ids of issues, known once all are planned. */
export type Names = { readonly keyOf: (ref: Ref) => string; readonly idOf: (ref: Ref) => string };

type Item = Applied["items"][number];

export function applyChange(fields: Fields, change: Change, at: number, names: Names): Applied {
  switch (change.kind) {
    case "status":
      return changeStatus(fields, change, at);
    case "resolution":
      return changeResolution(fields, change.to, at);
    case "assignee":
      return changeAssignee(fields, change.to);
    case "size":
      return changeSize(fields, change);
    case "version":
      return changeVersion(fields, change);
    case "sprint":
      return addSprint(fields, change);
    case "parent":
      return changeParent(fields, change.to, names);
    case "link":
      return addLink(fields, change, names);
  }
}

function changeStatus(
  fields: Fields,
  { to, resolution }: Extract<Change, { kind: "status" }>,
  at: number,
): Applied {
  if (fields.status === to) return { fields, items: [] };
  const resolved = changeResolution(fields, resolution, at);
  return {
    fields: { ...resolved.fields, status: to },
    items: [
      ...resolved.items,
      {
        field: "status",
        from: statusIds[fields.status],
        fromString: fields.status,
        to: statusIds[to],
        toString: to,
      },
    ],
  };
}

function changeResolution(fields: Fields, to: Fields["resolution"], at: number): Applied {
  const from = fields.resolution;
  if (from === to) return { fields, items: [] };
  return {
    fields: { ...fields, resolution: to, resolvedAt: to === null ? null : at },
    items: [
      {
        field: "resolution",
        from: from && resolutionIds[from],
        fromString: from,
        to: to && resolutionIds[to],
        toString: to,
      },
    ],
  };
}

function changeAssignee(fields: Fields, to: string): Applied {
  const from = fields.assignee;
  if (from === to) return { fields, items: [] };
  const item = { field: "assignee", from, fromString: from, to, toString: to };
  return { fields: { ...fields, assignee: to }, items: [item] };
}

function changeVersion(
  fields: Fields,
  { out, into }: Extract<Change, { kind: "version" }>,
): Applied {
  const leaves = out !== null && fields.versions.some(({ id }) => id === out.id) ? out : null;
  const enters = into !== null && !fields.versions.some(({ id }) => id === into.id) ? into : null;
  if (out !== null && leaves === null) return { fields, items: [] };
  const kept = fields.versions.filter(({ id }) => id !== leaves?.id);
  const version = (from: typeof out, to: typeof out): Item => ({
    field: "Fix Version",
    from: from?.id ?? null,
    fromString: from?.name ?? null,
    to: to?.id ?? null,
    toString: to?.name ?? null,
  });
  return {
    fields: { ...fields, versions: enters === null ? kept : [...kept, enters] },
    items: [
      ...(leaves === null ? [] : [version(leaves, null)]),
      ...(enters === null ? [] : [version(null, enters)]),
    ],
  };
}

function addSprint(fields: Fields, { add }: Extract<Change, { kind: "sprint" }>): Applied {
  const before = fields.sprints;
  if (before.some(({ id }) => id === add.id)) return { fields, items: [] };
  const after = [...before, add];
  const ids = (sprints: typeof before) => sprints.map(({ id }) => String(id)).join(", ");
  const titles = (sprints: typeof before) => sprints.map(({ name }) => name).join(", ");
  const item = {
    field: "Sprint",
    from: ids(before),
    fromString: titles(before),
    to: ids(after),
    toString: titles(after),
  };
  return { fields: { ...fields, sprints: after }, items: [item] };
}

function changeParent(fields: Fields, to: Ref, { keyOf, idOf }: Names): Applied {
  const from = fields.parent;
  if (from === to) return { fields, items: [] };
  const item = {
    field: "IssueParentAssociation",
    from: from && idOf(from),
    fromString: from && keyOf(from),
    to: idOf(to),
    toString: keyOf(to),
  };
  return { fields: { ...fields, parent: to }, items: [item] };
}

function addLink(
  fields: Fields,
  { name, direction, to }: Extract<Change, { kind: "link" }>,
  { keyOf }: Names,
): Applied {
  const key = keyOf(to);
  const item = {
    field: "Link",
    from: null,
    fromString: null,
    to: key,
    toString: `This issue ${linkWords[name][direction]} ${key}`,
  };
  return {
    fields: { ...fields, links: [...fields.links, { name, direction, to }] },
    items: [item],
  };
}

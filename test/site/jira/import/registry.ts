/** Gives each name of one kind a numeric id, the one it had at its source where that is free. */
export type Registry<T> = {
  readonly idOf: (name: string, sourceId: string | null, make: (id: string) => T) => string;
  readonly all: () => ReadonlyMap<string, T>;
};

export function createRegistry<T>(firstFreeId: number): Registry<T> {
  const idByName = new Map<string, string>();
  const entries = new Map<string, T>();
  let next = firstFreeId;

  const freeId = (sourceId: string | null) => {
    if (sourceId !== null && !entries.has(sourceId)) return sourceId;
    while (entries.has(String(next))) next += 1;
    return String(next);
  };

  return {
    idOf: (name, sourceId, make) => {
      const known = idByName.get(name);
      if (known !== undefined) return known;
      const id = freeId(sourceId);
      idByName.set(name, id);
      entries.set(id, make(id));
      return id;
    },
    all: () => entries,
  };
}

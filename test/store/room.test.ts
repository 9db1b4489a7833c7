import { addDays, subDays } from "date-fns";
import { aGoal } from "../build/goal";
import { aStoredRollup } from "../build/stored-rollup";
import { onEveryEngine } from "./on-every-engine";

const now = new Date("2026-03-16T12:00:00Z");

onEveryEngine((store) => {
  it("grows with what is stored", async () => {
    const empty = await store.room.estimatedBytes();
    await store.goals.insert(aGoal({ id: "1" }));
    const details = { words: "x".repeat(5000) };
    const entry = { id: "2", at: now, goalId: "1", accountId: "ann", action: "edit-goal", details };
    await store.audit(entry);
    expect(await store.room.estimatedBytes()).toBeGreaterThan(empty + 5000);
  });

  it("grows by less for a packed month than for its days in rows", async () => {
    const { days, months, room, rollups } = store;
    await rollups.put(aStoredRollup({ goalId: "1" }), 1);
    const month = Array.from({ length: 31 }, (_, n) => addDays(new Date("2026-01-01T12:00Z"), n));
    const bytesBefore = await room.estimatedBytes();
    for (const day of month) await days.snapshot(day.toISOString().slice(0, 10));
    const inRows = await room.estimatedBytes();
    const unpacked = await months.unpacked(["1"], "2026-01");
    await months.put(unpacked);
    const packed = (await room.estimatedBytes()) - inRows;
    expect(packed).toBeGreaterThan(100);
    expect(inRows - bytesBefore).toBeGreaterThan(5 * packed);
  });

  it("forgets what is older than each limit, and nothing younger", async () => {
    const { people, states } = store;
    await people.putAnswered("ann", "key-old", 1, subDays(now, 31));
    await people.putAnswered("ann", "key-new", 1, now);
    await people.putBrowsableProjects("ann", now, new Map([["10000", true]]));
    await store.points.add({ by: "people", points: 5, now: subDays(now, 3), changesUntil: null });
    await store.points.add({ by: "people", points: 7, now, changesUntil: null });
    await states.write("kept", 1, subDays(now, 100));
    await store.room.clearBefore({
      answers: subDays(now, 30),
      checks: subDays(now, 1),
      points: subDays(now, 2),
    });
    expect(await people.answered("ann", "key-old")).toBeNull();
    expect(await people.answered("ann", "key-new")).toBe(1);
    expect(await people.browsableProjects("ann", now)).not.toBeNull();
    expect((await store.points.read(now)).usedByPeople).toBe(7);
    expect((await store.points.read(subDays(now, 3))).usedByPeople).toBe(0);
    expect((await states.read("kept"))?.value).toBe(1);
  });
});

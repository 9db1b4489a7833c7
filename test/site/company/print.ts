import { companySeed, generateCompany } from "./company";
import { figuresOf } from "./figures";
import { type Target, targets, tolerance } from "./target-figures";

/** Prints the figures of the generated company beside those it is to come near to: `print.ts [seed]`. */
const seed = Number(process.argv[2] ?? companySeed);
const { lines, users, goals } = generateCompany(seed);
const figures = figuresOf(lines);
const { reopenedShare, droppedShare, leadDays, scopeGrowth } = figures;

write(`seed ${String(seed)}: ${String(lines.length)} issues, ${String(users.length)} people, `);
write(`${String(goals.length)} goals\n`);
compare("reopened share", reopenedShare, targets.reopenedShare);
compare("dropped share", droppedShare, targets.droppedShare);
compare("lead time p50 in days", leadDays.p50, targets.leadDaysP50);
compare("lead time p95 in days", leadDays.p95, targets.leadDaysP95);
compare("scope growth, median", scopeGrowth.median, targets.scopeGrowthMedian);
write(`scope growth over ${String(scopeGrowth.versions)} released versions, `);
write(`largest ${scopeGrowth.max.toFixed(2)}\n`);

function compare(name: string, value: number, { value: target, source }: Target): void {
  const off = value / target - 1;
  const verdict = Math.abs(off) <= tolerance ? "within" : "OUTSIDE";
  const columns = [name.padEnd(22), value.toFixed(3).padStart(8), target.toFixed(3).padStart(8)];
  const percent = `${(100 * off).toFixed(1)} %`.padStart(8);
  write(`${columns.join(" ")} ${percent} ${verdict} ±${String(100 * tolerance)} %  (${source})\n`);
}

function write(text: string): void {
  process.stdout.write(text);
}

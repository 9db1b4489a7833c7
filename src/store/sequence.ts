import { instantValue } from "./values";

const marksPerMillisecond = 1024;

/**
 * An acknowledged issue loses its row, so its next sequence must differ from every earlier one: the instant of the
 * mark, and chance within the millisecond.
 */
export const newSequence = (at: Date): number =>
  instantValue(at) * marksPerMillisecond + Math.floor(Math.random() * marksPerMillisecond);

/** When the mark of this sequence was made. */
export const instantOf = (sequence: number): Date =>
  new Date(Math.floor(sequence / marksPerMillisecond));

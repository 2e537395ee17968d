import type { LocalizedText } from '@planwright/schema/text';

/** Something of the files that was not taken over: where it stands, a code that stays the same, and a sentence. */
export interface NotTaken {
  /** As it stands in the folder: `events.csv`. */
  file: string;
  /** Of the file, from 1; 0 = the whole of it. */
  line: number;
  code: NotTakenCode;
  text: LocalizedText;
}

export const NOT_TAKEN_CODES = [
  'MISSING_FILE',
  'UNREADABLE',
  'MISSING_COLUMN',
  'UNKNOWN_COLUMN',
  'DUPLICATE_COLUMN',
  // Somebody who is known already, with other data than the file has.
  'NOT_CHANGED',
  // People who would be their own superior's superior.
  'CIRCLE',
  'MISSING_VALUE',
  'BAD_VALUE',
  'BAD_DATE',
  'BAD_NUMBER',
  'IN_FUTURE',
  'DUPLICATE',
  'UNKNOWN_PERSON',
  'UNKNOWN_COHORT',
  'UNKNOWN_PLAN',
  'UNKNOWN_METRIC',
  'NOT_ENROLLED',
  'PLAN_HAS_PROBLEMS',
  'COHORT_DIFFERS',
  'COHORT_LEFT_OUT',
  'OUT_OF_BOUNDS',
  'MEASURED_BEFORE',
  // What the engine says to the same act of a person.
  'INVALID',
  'NOT_NOW',
  'LOCKED_ITEM',
  'ALREADY_REVIEWED',
] as const;
export type NotTakenCode = (typeof NOT_TAKEN_CODES)[number];

export const isNotTakenCode = (code: string): code is NotTakenCode => NOT_TAKEN_CODES.some((known) => known === code);

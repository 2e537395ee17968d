import type { LocalizedText } from '@planwright/schema/text';
import type { Text } from '@planwright/schema/words';
import type { PeopleColumn } from './columns.js';

/** A column of the file that is read: one that we know, or a fact by its key. */
export type ReadColumn = PeopleColumn | `fact.${string}`;

/** Why a row is left out; told with a sentence that says how to repair it. */
export type ProblemCode =
  | 'NO_NAME'
  | 'FORMULA'
  | 'ENCODING'
  | 'TOO_LONG'
  | 'ERROR_CELL'
  | 'BAD_EMAIL'
  | 'BAD_DATE'
  | 'BAD_NUMBER'
  | 'BAD_LANGUAGE'
  | 'BAD_TIME_ZONE'
  | 'BAD_STATUS'
  | 'UNKNOWN_DEPARTMENT'
  | 'AMBIGUOUS_DEPARTMENT'
  | 'CLOSED_DEPARTMENT'
  | 'UNKNOWN_JOB_ROLE'
  | 'UNKNOWN_MANAGER'
  | 'AMBIGUOUS_MANAGER'
  | 'MANAGER_LEFT_OUT'
  | 'CYCLE'
  | 'DUPLICATE'
  | 'TAKEN'
  | 'AMBIGUOUS'
  | 'LEADING_ZEROS'
  | 'LEFT'
  | 'FORBIDDEN'
  | 'OWNED_ELSEWHERE'
  | 'INVALID';

/** What an import does with a row; MISSING is somebody that the file does not name. */
export const ROW_RESULTS = ['CREATED', 'UPDATED', 'UNCHANGED', 'MISSING', 'REJECTED'] as const;
export type RowResult = (typeof ROW_RESULTS)[number];

export interface Problem {
  column: ReadColumn | null;
  code: ProblemCode;
  text: Text;
}

/** What stands in one cell, and what becomes of it. */
export interface DecidedCell {
  column: ReadColumn;
  given: string;
  /** What is known today, as people read it; null = nothing, or a person who is new. */
  now: LocalizedText | string | null;
  /** Whether the person is another one in this after the import. */
  changes: boolean;
  /** The row is left out because of it. */
  wrong: boolean;
  notes: Text[];
}

export interface DecidedRow {
  /** Of the file, from 1; null for somebody who is missing in it. */
  line: number | null;
  result: RowResult;
  name: string;
  /** null = nobody yet. */
  personId: string | null;
  cells: DecidedCell[];
  problems: Problem[];
}

import type { ItemRow, PartnerRow, Projection, StateRow, SubmissionRow } from './projection-rows.js';

/** What has to be written so that the tables hold `after`; empty lists where nothing is different. */
export interface ProjectionChanges {
  enrolments: { id: string; versionId: string; mentorId: string | null }[];
  states: StateRow[];
  items: ItemRow[];
  goneItems: { enrolmentId: string; itemKey: string }[];
  submissions: SubmissionRow[];
  goneSubmissions: { id: string }[];
  partners: PartnerRow[];
  gonePartners: PartnerRow[];
}

export function noChanges(): ProjectionChanges {
  return {
    enrolments: [],
    states: [],
    items: [],
    goneItems: [],
    submissions: [],
    goneSubmissions: [],
    partners: [],
    gonePartners: [],
  };
}

/** Adds to `changes` what differs between the stored rows and the projection; returns whether anything does. */
export function addChanges(changes: ProjectionChanges, before: Projection | null, after: Projection): boolean {
  const enrolmentId = after.state.enrolmentId;
  const sizeBefore = sizeOf(changes);
  if (!before || before.versionId !== after.versionId || before.mentorId !== after.mentorId) {
    changes.enrolments.push({ id: enrolmentId, versionId: after.versionId, mentorId: after.mentorId });
  }
  if (!before || !same(before.state, after.state)) changes.states.push(after.state);

  const items = compare(before?.items ?? [], after.items, (row) => row.itemKey);
  changes.items.push(...items.written);
  changes.goneItems.push(...items.gone.map(({ itemKey }) => ({ enrolmentId, itemKey })));

  const submissions = compare(before?.submissions ?? [], after.submissions, (row) => row.id);
  changes.submissions.push(...submissions.written);
  changes.goneSubmissions.push(...submissions.gone.map(({ id }) => ({ id })));

  const partners = compare(before?.partners ?? [], after.partners, (row) => `${row.itemKey}:${row.personId}`);
  changes.partners.push(...partners.written);
  changes.gonePartners.push(...partners.gone);
  return sizeOf(changes) > sizeBefore;
}

/** Number of rows that a write of these changes touches; tests hold it to what really changed. */
export function sizeOf(changes: ProjectionChanges): number {
  return Object.values(changes).reduce((sum, rows: unknown[]) => sum + rows.length, 0);
}

function compare<Row>(before: Row[], after: Row[], keyOf: (row: Row) => string): { written: Row[]; gone: Row[] } {
  // The same rows in the same order, as nearly always: nothing has to be looked up.
  const isAligned = before.length === after.length && after.every((row, index) => isSameKey(row, before[index], keyOf));
  if (isAligned) return { written: after.filter((row, index) => !same(before[index], row)), gone: [] };
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const written = after.filter((row) => {
    const stored = old.get(keyOf(row));
    return stored === undefined || !same(stored, row);
  });
  const kept = new Set(after.map(keyOf));
  return { written, gone: before.filter((row) => !kept.has(keyOf(row))) };
}

const isSameKey = <Row>(row: Row, stored: Row | undefined, keyOf: (row: Row) => string): boolean =>
  stored !== undefined && keyOf(stored) === keyOf(row);

const own = (record: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/**
 * Equal as JSON: jsonb forgets the order of keys, and knows no `undefined`. Compared value by value, not written out: every act
 * compares each row of an enrolment.
 */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return (a ?? null) === (b ?? null);
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((entry, index) => same(entry ?? null, b[index] ?? null));
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of Object.keys(left)) {
    const mine = left[key];
    if (mine !== undefined && (own(right, key) === undefined || !same(mine, right[key]))) return false;
  }
  for (const key of Object.keys(right)) if (right[key] !== undefined && own(left, key) === undefined) return false;
  return true;
}

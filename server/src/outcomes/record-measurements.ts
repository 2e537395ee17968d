import { type PlainDate, plainDateIn } from '@planwright/schema/time';
import { notFound, type UserErrorData, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, personParties, refused, requireEach } from '../access/index.js';
import { columns, statement } from '../database/index.js';
import { PersonEntity } from '../people/entities.js';
import { checkValue } from './check-value.js';
import { say } from './generated/messages.js';
import { insertMeasurements } from './insert-measurements.js';
import { findMetric } from './read-metrics.js';

export interface GivenMeasurement {
  personId: string;
  value: number;
  measuredOn: PlainDate;
  baseline: boolean;
}

export const MOST_ROWS = 10_000;

/**
 * Records measurements, all or none. The same value of the same person and day again changes nothing; another value is
 * refused, because one of the two must be wrong. Answers how many are new.
 */
export async function recordMeasurements(
  act: Act,
  metricKey: string,
  rows: readonly GivenMeasurement[],
  source: 'MANUAL' | 'IMPORT' | 'CONNECTOR' = 'MANUAL',
): Promise<Outcome<{ recorded: number }>> {
  const { tx, viewer, language, now } = act;
  const metric = await findMetric(tx, viewer.workspace.id, metricKey);
  if (!metric) return refused(userError('INVALID', say('noSuchMetric', { key: metricKey }), language, ['metricKey']));
  if (metric.source === 'PROCESS') return refused(userError('INVALID', say('computed'), language, ['metricKey']));
  if (rows.length === 0 || rows.length > MOST_ROWS)
    return refused(userError('INVALID', say('tooManyRows', { most: MOST_ROWS }), language, ['rows']));
  await mustLookAfter(
    act,
    rows.map(({ personId }) => personId),
  );

  const today = plainDateIn(now, viewer.workspace.timeZone);
  const errors: UserErrorData[] = [];
  const byDay = new Map<string, GivenMeasurement>();
  for (const [i, row] of rows.entries()) {
    const at = (field: string) => ['rows', String(i), field];
    const wrong = checkValue(metric, row.value);
    if (wrong) errors.push(userError('INVALID', wrong, language, at('value')));
    if (row.measuredOn > today) errors.push(userError('INVALID', say('inFuture'), language, at('measuredOn')));
    const before = byDay.get(dayOf(row));
    if (before && before.value !== row.value)
      errors.push(userError('INVALID', say('measuredTwice'), language, at('value')));
    if (!before) byDay.set(dayOf(row), row);
  }
  if (errors.length > 0) return refused(...errors.slice(0, 100));

  await tx.becomeWorker();
  const author = { workspaceId: viewer.workspace.id, personId: viewer.personId, now, source };
  const { inserted, conflicts } = await insertMeasurements(tx, author, metricKey, [...byDay.values()]);
  if (conflicts.length > 0) {
    const values = new Map(conflicts.map((conflict) => [dayOf(conflict), conflict.value]));
    return refused(
      ...rows.flatMap((row, i) => {
        const value = values.get(dayOf(row));
        if (value === undefined) return [];
        return [userError('INVALID', say('measuredBefore', { value }), language, ['rows', String(i), 'value'])];
      }),
    );
  }
  await audited(act, {
    action: 'recordMeasurements',
    subject: `Metric:${metricKey}`,
    detail: { recorded: inserted, source },
  });
  return done({ recorded: inserted });
}

export const dayOf = ({ personId, measuredOn, baseline }: Omit<GivenMeasurement, 'value'>): string =>
  `${personId} ${measuredOn} ${baseline}`;

const MUST_LOOK_AFTER = statement(
  columns(PersonEntity, 'id', 'departmentId'),
  'select id, department_id as "departmentId" from person where id = any($1::uuid[])',
);

/** Viewers record values only of people they are HR (or ADMIN) of; people they do not see are not there. */
async function mustLookAfter(act: Act, personIds: readonly string[]): Promise<void> {
  const ids = [...new Set(personIds)];
  const people = await act.tx.rows(MUST_LOOK_AFTER, [ids]);
  if (people.length < ids.length) throw notFound(act);
  requireEach(
    act.viewer,
    'recordMeasurements',
    people.map(({ id, departmentId }) => personParties(id, departmentId)),
  );
}

import { cnCalendar } from '@planwright/schema/calendar';
import { evaluate } from '@planwright/schema/engine';
import { plan } from './load-data.mjs';
import { cpuOf, interleaved, report } from './measure.mjs';

const PEOPLE = 10_000;

/** The fold of one person with 12 of 30 courses done, as many times as there are people. */
export async function benchEvaluate() {
  const definitions = { v1: plan(30) };
  const environment = {
    now: '2026-02-02T02:00:00.000Z',
    calendars: { cn: cnCalendar },
    workspace: { workingHours: { from: '09:00', to: '18:00' }, calendar: 'cn' },
  };
  const event = (seq, type, data) => ({
    seq,
    type,
    data,
    actor: 'p',
    recordedAt: `2026-01-${String(5 + seq).padStart(2, '0')}T02:00:00.000Z`,
    occurredAt: `2026-01-${String(5 + seq).padStart(2, '0')}T02:00:00.000Z`,
  });
  const enrolled = event(1, 'enrolled', { versionId: 'v1', startsOn: '2026-01-05', zone: 'Asia/Shanghai', facts: {} });
  const done = Array.from({ length: 12 }, (_, n) =>
    event(n + 2, 'completed', { itemKey: `item-${n}`, source: 'MARKED' }),
  );
  const events = [
    { ...enrolled, recordedAt: '2026-01-04T16:00:00.000Z', occurredAt: '2026-01-04T16:00:00.000Z' },
    ...done,
  ];
  if (evaluate(definitions, events, environment).progress.completion.count !== 12)
    throw new Error('evaluate counts wrongly');
  const measure = async () =>
    (await cpuOf(async () => {
      for (let person = 0; person < PEOPLE; person += 1) evaluate(definitions, events, environment);
    })) / PEOPLE;
  const results = await interleaved([{ name: 'evaluate, 30 items and 13 events a person', measure }], 3);
  report(`Evaluating ${PEOPLE.toLocaleString('en')} people in memory`, 'µs CPU a person', results);
}

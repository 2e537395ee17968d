import { pino } from 'pino';
import { readSettings } from '../dist/config/settings.js';
import { startServer } from '../dist/start.js';
import { allocate } from '../dist/statistics/index.js';
import { answer, settings } from './child.mjs';

const PEOPLE = 320;

/** Our server, asked to open the results of an experiment of 320 people: through the thread, as a request does. */
const { appUrl } = settings();
const started = startServer(
  readSettings({ PLANWRIGHT_MODE: 'production', API_PORT: '0', LOG_LEVEL: 'error' }),
  { appUrl },
  { log: pino({ level: 'error' }), reminders: 'stand' },
);

function experiment(round) {
  const arms = ['v1', 'v2'].map((key) => ({ key, label: key, weight: 1 }));
  const roster = Array.from({ length: PEOPLE }, (_, i) => ({ id: `p${i}`, baseline: 60 + ((i * 31) % 17) }));
  const allocation = allocate(roster, arms, { seed: `round ${round}`, method: 'BLOCKS' });
  return {
    metric: { key: 'm', title: { en: 'm' }, unit: null, direction: 'HIGHER_IS_BETTER', scale: 'CONTINUOUS' },
    smallestEffect: 5,
    unit: 'PERSON',
    seed: `round ${round}`,
    arms,
    roster,
    allocation,
    members: roster.map(({ id, baseline }, i) => ({
      personId: id,
      arm: allocation.assignments[id],
      delivered: allocation.assignments[id],
      deviation: null,
      mentorId: `m${i % 40}`,
      departmentId: null,
      baseline,
      outcome: baseline + ((i * 7919) % 23) + (allocation.assignments[id] === 'v2' ? 4 : 0),
      ageDays: 90,
    })),
  };
}

answer({
  ready: async () => (await started).api.url,
  open: async (round) =>
    (await (await started).statistics.run('analyseExperiment', experiment(round))).comparisons[0].verdict,
});

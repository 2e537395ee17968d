import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { moveClock, personId } from '../enrolments/testing/plan-world.js';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { type ExperimentWorld, makeExperimentWorld } from './testing/experiment-world.js';

let server: TestServer;
let world: ExperimentWorld;

interface Trial {
  id: string;
  people: TestPerson[];
  /** 1 or 2, as drawn. */
  version(person: TestPerson): number;
}
const trials: Record<string, Trial> = {};

async function begin(name: string, people: TestPerson[], change: object = {}): Promise<Trial> {
  await world.measure(people, (_, i) => 60 + ((i * 5) % 9), '2026-01-02', true);
  const id = await world.run(people, { name, cohortName: name, seed: name, ...change });
  const arms = await world.armsOf(id);
  return { id, people, version: (person) => arms.get(personId(person)) ?? 0 };
}
const trial = (name: string): Trial => {
  const found = trials[name];
  if (!found) throw new Error(`no trial ${name}`);
  return found;
};
const wobble = (i: number) => ((i * 7919) % 13) / 2;
const check = (experiment: { integrity: { key: string; passed: boolean; text: string }[] }, key: string) =>
  experiment.integrity.find((one) => one.key === key);

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeExperimentWorld(server);
  const mentors = await world.people('Mentor', 3);
  trials.few = await begin('few', await world.people('Few', 6));
  const taught = await world.people('Taught', 24);
  trials.shared = await begin('shared', taught, {
    mentors: taught.map((person, i) => ({
      personId: personId(person),
      mentorId: personId(mentors[i % 3] ?? person),
    })),
  });
  trials.dropout = await begin('dropout', await world.people('Leaver', 32));
  trials.constant = await begin('constant', await world.people('Same', 24));
  trials.empty = await begin('empty', await world.people('Nobody', 20));
  await moveClock(server, '2026-04-29T01:00:00.000Z');
  const second = ({ version }: Trial, person: TestPerson) => version(person) === 2;
  const large = (of: Trial) => (person: TestPerson, i: number) => 60 + wobble(i) + (second(of, person) ? 30 : 0);
  await world.measure(trial('few').people, large(trial('few')), '2026-04-28');
  await world.measure(trial('shared').people, large(trial('shared')), '2026-04-28');
  const { dropout, constant, empty } = {
    dropout: trial('dropout'),
    constant: trial('constant'),
    empty: trial('empty'),
  };
  // All of the first version were measured, and a third of the second: those who did well.
  let left = 0;
  const stayed = dropout.people.filter((person) => !second(dropout, person) || left++ % 3 === 0);
  await world.measure(stayed, large(dropout), '2026-04-28');
  await world.measure(constant.people, () => 80, '2026-04-28');
  await world.measure(
    empty.people.filter((person) => !second(empty, person)),
    (_, i) => 60 + wobble(i),
    '2026-04-28',
  );
  await moveClock(server, '2026-05-04T01:00:00.000Z');
});
afterAll(() => server?.stop());

describe('what HR reads of an experiment on its day', () => {
  test('3 against 3 is too few, whatever the difference', async () => {
    const { results, arms } = await world.analyse(trial('few').id);
    expect(arms.map(({ measured }: { measured: number }) => measured)).toEqual([3, 3]);
    expect(results).toMatchObject([{ verdict: 'TOO_FEW' }]);
    expect(results[0].sentence).not.toMatch(/30|better/);
  });

  test('mentors with people of both versions are told, with how many, beside the verdict', async () => {
    const found = await world.analyse(trial('shared').id);
    expect(check(found, 'contamination')).toMatchObject({
      passed: false,
      text: expect.stringContaining('3 mentors have people in more than one arm (24 people'),
    });
    expect(found.results).toMatchObject([{ verdict: 'BETTER_MEANINGFUL' }]);
  });

  test('where one version lost more people than the other nothing is said of who is better', async () => {
    const found = await world.analyse(trial('dropout').id);
    expect(check(found, 'attrition')).toMatchObject({ passed: false, text: expect.stringContaining('0 / 16') });
    expect(found.results).toMatchObject([{ verdict: 'NOT_COMPARABLE' }]);
    expect(found.results[0].sentence).toContain('no outcome');
    expect(found.results[0].sentence).not.toContain('better');
  });

  test('a metric that is the same for everybody gives no figure and says why', async () => {
    const [result] = (await world.analyse(trial('constant').id)).results;
    expect(result).toMatchObject({
      verdict: 'INCONCLUSIVE',
      low: null,
      high: null,
      pValue: null,
      note: 'Everybody has the same value',
    });
    expect(result.sentence).toBe('Nothing to compare: everybody has the same value of team performance');
  });

  test('an arm of which nobody was measured is an answer, not a failure', async () => {
    const { results, arms } = await world.analyse(trial('empty').id);
    expect(arms).toMatchObject([{ measured: 10 }, { measured: 0, mean: null, values: [] }]);
    expect(results).toMatchObject([{ verdict: 'TOO_FEW', low: null, high: null, pValue: null }]);
    expect((await world.analyse(trial('empty').id)).results).toMatchObject([{ verdict: 'TOO_FEW' }]);
  });
});

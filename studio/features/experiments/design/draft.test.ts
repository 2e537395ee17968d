import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { errorsAt, errorsBeside } from '@/features/api/user-errors';
import { addDays, type Draft, FIELDS, incomplete, inputOf, numberTyped, refusedPeople, sightOf } from './draft';

const today = '2026-03-02';
const whole: Draft = {
  name: '拆分目标拆解',
  hypothesis: '分三步交，团队绩效更好',
  planKey: 'retail',
  versionIds: ['v1', 'v2'],
  metricKey: 'team-performance',
  smallestEffect: '5',
  guardrails: [],
  secondaryMetrics: [],
  people: [{ id: 'a' }, { id: 'b' }],
  unit: 'PERSON',
  strata: ['DEPARTMENT'],
  cohortName: '2026 夏季',
  startsOn: '2026-03-09',
  analysisOn: '2026-06-30',
  seed: '',
};
const missing = (change: Partial<Draft>) => [...incomplete({ ...whole, ...change }, today)];

describe('a design', () => {
  it('is complete when every question is answered', () => {
    expect(missing({})).toEqual([]);
  });

  it('names each field that is still open', () => {
    expect(missing({ name: ' ', hypothesis: '' })).toEqual(['name', 'hypothesis']);
    expect(missing({ versionIds: ['v1', ''] })).toEqual(['versionIds']);
    expect(missing({ guardrails: [{ metricKey: 'turnover', margin: '０' }] })).toEqual(['guardrails']);
    expect(missing({ guardrails: [{ metricKey: '', margin: '2' }], secondaryMetrics: [''] })).toEqual([
      'guardrails',
      'secondaryMetrics',
    ]);
    expect(missing({ guardrails: [{ metricKey: 'turnover', margin: '１．５' }], secondaryMetrics: ['mood'] })).toEqual(
      [],
    );
    expect(missing({ versionIds: ['v1', 'v1'] })).toEqual(['versionIds']);
    expect(missing({ people: [{ id: 'a' }] })).toEqual(['personIds']);
    for (const smallestEffect of ['', '0', '-1', 'five', '1e3', 'NaN'])
      expect(missing({ smallestEffect })).toEqual(['smallestEffect']);
  });

  it('is analysed after it began, and not today', () => {
    expect(missing({ analysisOn: '2026-03-09' })).toEqual(['analysisOn']);
    expect(missing({ startsOn: '2026-01-05', analysisOn: '2026-03-02' })).toEqual(['analysisOn']);
    expect(missing({ startsOn: '2026-01-05', analysisOn: '2026-03-03' })).toEqual([]);
  });

  it('becomes what the server takes, with no seed where none was given', () => {
    expect(inputOf({ ...whole, name: ' 名 ', smallestEffect: '５．５' })).toEqual({
      name: '名',
      hypothesis: whole.hypothesis,
      planKey: 'retail',
      versionIds: ['v1', 'v2'],
      metricKey: 'team-performance',
      smallestEffect: 5.5,
      guardrails: [],
      secondaryMetrics: [],
      personIds: ['a', 'b'],
      unit: 'PERSON',
      strata: ['DEPARTMENT'],
      cohortName: '2026 夏季',
      startsOn: '2026-03-09',
      analysisOn: '2026-06-30',
    });
    expect(inputOf({ ...whole, seed: ' spring ' }).seed).toBe('spring');
    const guardrails = [{ metricKey: 'turnover', margin: '１．５' }];
    expect(inputOf({ ...whole, guardrails }).guardrails).toEqual([{ metricKey: 'turnover', margin: 1.5 }]);
  });
});

describe('a number as typed', () => {
  it('is read in half and full width', () => {
    expect([
      numberTyped(' 5 '),
      numberTyped('２０'),
      numberTyped('0.5'),
      numberTyped('.5'),
      numberTyped('3。5'),
    ]).toEqual([5, 20, 0.5, 0.5, 3.5]);
  });

  it('is read back as it was written', () => {
    fc.assert(fc.property(fc.nat(100_000), (n) => expect(numberTyped(String(n / 100))).toBe(n / 100)));
  });
});

describe('what the server found wrong', () => {
  it('stands at its field, people together, the rest apart', () => {
    const wrong = [
      { code: 'INVALID', message: '甲已离职', path: ['personIds', '0'] },
      { code: 'INVALID', message: '乙在别的实验', path: ['personIds', '4'] },
      { code: 'INVALID', message: '日期太早', path: ['input', 'analysisOn'] },
      { code: 'NOT_NOW', message: '稍后', path: [] },
    ];
    expect(errorsAt(wrong, 'personIds')).toEqual(['甲已离职', '乙在别的实验']);
    expect(errorsAt(wrong, 'analysisOn')).toEqual(['日期太早']);
    expect(errorsBeside(wrong, FIELDS)).toEqual([wrong[3]]);
    expect([...refusedPeople(wrong)]).toEqual([0, 4]);
  });
});

describe('what a number of people can show', () => {
  it('is enough only when a difference that matters would be seen', () => {
    expect(sightOf(4.6, 5)).toBe('enough');
    expect(sightOf(5, 5)).toBe('enough');
    expect(sightOf(9, 5)).toBe('blunt');
    expect(sightOf(null, 5)).toBe('nothing');
    expect(sightOf(9, Number.NaN)).toBe('open');
  });
});

it('a date a number of days later crosses months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-03-09', 84)).toBe('2026-06-01');
});

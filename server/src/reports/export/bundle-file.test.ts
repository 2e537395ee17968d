import { expect, test } from '@jest/globals';
import { everyShare } from '@planwright/schema/figures';
import { strFromU8, unzipSync } from 'fflate';
import { analyseExperiment } from '../../experiments/analysis/analyse-experiment.js';
import type { ExperimentData } from '../../experiments/analysis/experiment-data.js';
import type { PersonRow } from '../../outcomes/person-rows/person-row.js';
import { allocate } from '../../statistics/allocate.js';
import type { FindingRecord, ReportRecord } from '../report-record.js';
import { bundleFile } from './bundle-file.js';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const finding = (mentorId: string | null): FindingRecord => ({
  id: 'f',
  reportId: 'r',
  rule: mentorId === null ? 'R39' : 'R42',
  itemKey: null,
  mentorId,
  grade: 'MODERATE',
  words: {
    title: both(mentorId === null ? 'Often late' : 'Wang Qiang gives feedback late'),
    evidence: both(''),
    suggestion: both(''),
    edits: { 'zh-CN': [], en: [] },
  },
  commands: [],
  appliedAt: null,
});
test('no file of a bundle names a mentor, even where the maker may see them', () => {
  const record = {
    id: 'r',
    generatedAt: '2026-01-12T01:00:00.000Z',
    manifest: { numbers: [] },
    body: { mentors: [] },
  } as unknown as ReportRecord;
  const zip = unzipSync(
    new Uint8Array(
      bundleFile(
        {
          record,
          findings: [finding('m'), finding(null)],
          cohortName: 'C',
          language: 'en',
          timeZone: 'UTC',
          mentors: true,
        },
        [],
      ),
    ),
  );
  const text = Object.values(zip)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
  expect(text).toContain('Often late');
  expect(text).not.toContain('Wang Qiang');
});

test('nothing in the bundle of a locked experiment tells who is in which arm', () => {
  // The second version has an item more: how much is counted of somebody names their version.
  const rows = Array.from({ length: 12 }, (_, i) => {
    const share = { count: i % 4, of: i % 2 === 0 ? 9 : 10 };
    const process = everyShare(() => share);
    return {
      personId: `p${i}`,
      status: 'ACTIVE',
      process,
      baseline: { score: 60 + i },
      outcome: { score: { value: 70 } },
    };
  }) as unknown as PersonRow[];
  const numbers = [
    { key: 'completion.share', value: 18 / 114 },
    { key: 'completion.low', value: 0.1 },
    { key: 'change.score.estimate', value: 4.5 },
  ];
  const record = { id: 'r', generatedAt: '2026-01-12T01:00:00.000Z', manifest: { numbers }, body: { mentors: [] } };
  const content = { record: record as unknown as ReportRecord, findings: [], cohortName: 'C', mentors: false };
  const zip = (isLocked: boolean) => {
    const file = bundleFile({ ...content, language: 'en', timeZone: 'UTC' }, rows, { isLocked });
    return Object.fromEntries(
      Object.entries(unzipSync(new Uint8Array(file))).map(([name, bytes]) => [name, strFromU8(bytes)]),
    );
  };
  const locked = zip(true);
  expect(locked['people.csv']?.split('\r\n')[0]).toBe('person,score.before,score.after');
  expect(locked['shares.csv']?.split('\r\n').slice(1)).toEqual(['18,114,18,114,18,114,18,114', '']);
  expect(locked['numbers.csv']).not.toContain('completion.low');
  expect(Object.keys(locked).filter((name) => /experiment|verdict/.test(name))).toEqual([]);
  // Otherwise there is a row a person, in the order of its figures: it joins nobody's outcome.
  expect(zip(false)['shares.csv']?.split('\r\n')).toHaveLength(14);
  expect(zip(false)['numbers.csv']).toContain('completion.low');
});

test('an experiment on ratings by superiors has its rows, which join nothing else that is known of anybody', () => {
  const members = Array.from({ length: 40 }, (_, i) => ({
    personId: `p${i}`,
    arm: i % 2 === 0 ? 'v1' : 'v2',
    delivered: i % 2 === 0 ? 'v1' : 'v2',
    deviation: null,
    mentorId: `m${i % 4}`,
    departmentId: null,
    baseline: 50 + (i % 7),
    outcome: 55 + ((i * 7) % 30) + (i % 2) * 8,
    raterId: `r${i % 10}`,
    ageDays: 90,
  }));
  const metric = {
    key: 'satisfaction-superior',
    title: {},
    unit: null,
    direction: 'HIGHER_IS_BETTER',
    scale: 'CONTINUOUS',
  };
  const arms = ['v1', 'v2'].map((key) => ({ key, label: key, weight: 1 }));
  const roster = members.map(({ personId: id }) => ({ id }));
  const assignments = Object.fromEntries(members.map(({ personId, arm }) => [personId, arm]));
  const data = (unit: 'PERSON' | 'MENTOR', raters = 10): ExperimentData => ({
    metric: metric as ExperimentData['metric'],
    smallestEffect: 3,
    unit,
    seed: 's',
    arms,
    members: members.map((one, i) => ({ ...one, raterId: `r${i % raters}` })),
    roster,
    allocation: { ...allocate(roster, arms, { seed: 's', method: 'BLOCKS' }), assignments },
  });
  const record = { id: 'r', generatedAt: '2026-01-12T01:00:00.000Z', manifest: { numbers: [] }, body: { mentors: [] } };
  const content = { record: record as unknown as ReportRecord, findings: [], cohortName: 'C', mentors: false };
  const rows = members.map(({ personId }) => ({
    personId,
    status: 'ACTIVE',
    process: everyShare(() => ({ count: 1, of: 2 })),
    baseline: {},
    outcome: {},
  })) as unknown as PersonRow[];
  const files = (of: ExperimentData) => {
    const opened = { data: of, analysis: analyseExperiment(of, { replicates: 99 }) };
    const file = bundleFile({ ...content, language: 'en', timeZone: 'UTC' }, rows, { opened });
    return Object.fromEntries(
      Object.entries(unzipSync(new Uint8Array(file))).map(([name, bytes]) => [name, strFromU8(bytes)]),
    );
  };
  const namesIn = (csv: string | undefined) =>
    (csv ?? '')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
  const bundle = files(data('PERSON'));
  expect(namesIn(bundle['experiment.csv'])).toHaveLength(40);
  expect(bundle['experiment.csv']).not.toContain('r1');
  const known = new Set(namesIn(bundle['people.csv']));
  expect(known.size).toBe(40);
  expect(namesIn(bundle['experiment.csv']).filter((name) => known.has(name))).toEqual([]);
  // Of 10 superiors every mentor has people of five, or of one: a cluster is known by its size, and so are its raters.
  expect(Object.keys(files(data('MENTOR')))).toContain('experiment.csv');
  expect(Object.keys(files(data('MENTOR', 4)))).not.toContain('experiment.csv');
});

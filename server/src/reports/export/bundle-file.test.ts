import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { PersonRow } from '../../outcomes/person-row.js';
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
    const process = { completion: share, onTime: share, feedbackGiven: share, feedbackInTime: share };
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

import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
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

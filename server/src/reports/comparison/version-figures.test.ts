import { describe, expect, test } from '@jest/globals';
import { everyShare } from '@planwright/schema/figures';
import type { AttributedRow } from '../../outcomes/person-rows/attribution.js';
import type { VersionPerson } from './read-version-people.js';
import { figuresOfVersions } from './version-figures.js';

const share = (count: number) => ({ count, of: 10 });

const versionOf = (i: number) => (i % 2 === 0 ? 'first' : 'second');

const row = (i: number): AttributedRow => ({
  enrolmentId: `e${i}`,
  personId: `p${i}`,
  name: `P${i}`,
  departmentId: null,
  jobRole: null,
  mentorId: null,
  mentorName: null,
  versionId: versionOf(i),
  runs: [{ versionId: versionOf(i), from: '2026-01-05' }],
  measured: {},
  status: 'ACTIVE',
  startsOn: '2026-01-05',
  process: {
    ...everyShare(() => share(0)),
    completion: share(i % 2 === 0 ? 2 : 9),
    onTime: share(5),
    minutes: null,
    quality: 60 + i,
    mentorResponseHours: null,
    contacts: 0,
    sharedDocuments: 0,
  },
  items: [],
  baseline: {},
  outcome: {},
});
const rows = Array.from({ length: 40 }, (_, i) => row(i));

/** Everybody is in an experiment that runs and is about this metric. */
const figures = (lockedMetric: string) =>
  figuresOfVersions(
    ['first', 'second'].map((id) => ({ id, definition: undefined })),
    rows.map(
      ({ enrolmentId, versionId }): VersionPerson => ({
        enrolmentId,
        cohortId: 'c',
        versionId,
        tenureDays: null,
        isLocked: true,
        lockedMetric,
      }),
    ),
    rows,
    [],
  );

describe('versions at a glance while an experiment runs', () => {
  test('tell nothing of the completion that the experiment is about, and how many there are', () => {
    for (const { completion, onTime, quality, people } of figures('completion')) {
      expect(completion).toMatchObject({ share: null, count: 0 });
      expect(onTime.count).toBe(100);
      expect(quality).not.toBeNull();
      expect(people).toBe(20);
    }
  });

  test('tell no quality where that is the question, and all of the course where it is something else', () => {
    for (const { completion, quality } of figures('quality')) {
      expect(quality).toBeNull();
      expect(completion.of).toBe(200);
    }
    const [first, second] = figures('team-performance');
    expect([first?.completion.share, second?.completion.share]).toEqual([0.2, 0.9]);
  });
});

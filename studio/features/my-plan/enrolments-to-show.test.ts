import { describe, expect, it } from '@jest/globals';
import { mask } from '@/features/api/fragments';
import type { DueItemFragment, EnrolmentStatus, MyWorkQuery } from '@/gql/graphql';
import { enrolmentsToShow } from './enrolments-to-show';

const due = (enrolmentId: string) => mask({ enrolmentId } as DueItemFragment);

const data = (
  work: { overdue?: string[]; thisWeek?: string[]; nextMonth?: string[] },
  enrolments: [id: string, status: EnrolmentStatus, startsOn: string, personId?: string][],
): MyWorkQuery => ({
  myWork: {
    overdue: (work.overdue ?? []).map(due),
    thisWeek: (work.thisWeek ?? []).map(due),
    nextMonth: (work.nextMonth ?? []).map(due),
    shared: [],
  },
  cohorts: {
    edges: [
      {
        node: {
          id: 'cohort',
          enrolments: {
            edges: enrolments.map(([id, status, startsOn, personId = 'me']) => ({
              node: { id, status, startsOn, person: { id: personId } },
            })),
          },
        },
      },
    ],
  },
});

describe('the enrolments on the learner’s page', () => {
  it('begin with the one in which something is late', () => {
    const both = data({ overdue: ['b'], thisWeek: ['a', 'b'] }, [
      ['a', 'ACTIVE', '2026-01-05'],
      ['b', 'ACTIVE', '2026-03-02'],
    ]);
    expect(enrolmentsToShow(both, 'me')).toEqual(['b', 'a']);
  });

  it('are there when nothing is due, the running one first', () => {
    const quiet = data({}, [
      ['old', 'COMPLETED', '2025-01-06'],
      ['run', 'ACTIVE', '2026-01-05'],
      ['next', 'SCHEDULED', '2026-06-01'],
      ['still', 'PAUSED', '2026-02-02'],
    ]);
    expect(enrolmentsToShow(quiet, 'me')).toEqual(['run', 'still', 'next']);
  });

  it('are the latest ended one where there is no other, never a cancelled one', () => {
    const over = data({}, [
      ['first', 'COMPLETED', '2025-01-06'],
      ['second', 'COMPLETED', '2025-09-01'],
      ['gone', 'CANCELLED', '2026-01-05'],
    ]);
    expect(enrolmentsToShow(over, 'me')).toEqual(['second']);
  });

  it('are only the person’s own: a mentor who learns sees their mentees’ cohort too', () => {
    expect(enrolmentsToShow(data({}, [['theirs', 'ACTIVE', '2026-01-05', 'mentee']]), 'me')).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type MentorCandidate, proposeMentors, withRecord } from './propose-mentors.js';

const mentees = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    enrolmentId: `e${i}`,
    personId: `p${i}`,
    managerId: i % 2 === 0 ? 'boss' : null,
  }));
const candidate = (mentorId: string, change: Partial<MentorCandidate> = {}): MentorCandidate => ({
  mentorId,
  led: 5,
  feedback: { count: 19, of: 20 },
  load: 2,
  ...change,
});

describe('another mentor', () => {
  test('is the timely one before the late one, the experienced before the new one, the free before the loaded', () => {
    const [first] = mentees(1);
    if (!first) throw new Error('nobody');
    const choice = (...candidates: MentorCandidate[]) => proposeMentors([first], candidates)[0]?.mentorId;
    expect(choice(candidate('late', { feedback: { count: 10, of: 20 } }), candidate('timely'))).toBe('timely');
    expect(choice(candidate('new', { led: 0 }), candidate('experienced', { led: 20 }))).toBe('experienced');
    expect(choice(candidate('loaded', { load: 6 }), candidate('free', { load: 0 }))).toBe('free');
    // Two late ones of two say less than sixty of a hundred, where most are timely.
    expect(
      choice(
        candidate('newcomer', { feedback: { count: 0, of: 2 } }),
        candidate('slow', { feedback: { count: 40, of: 100 } }),
        candidate('full', { feedback: { count: 190, of: 200 }, load: 40 }),
      ),
    ).toBe('newcomer');
  });

  test('is never one’s own superior nor oneself, and people with no other candidate keep the mentor they have', () => {
    const boss = candidate('boss', { led: 100, load: 0 });
    const proposals = proposeMentors(mentees(4), [boss]);
    expect(proposals.map(({ enrolmentId }) => enrolmentId)).toEqual(['e1', 'e3'].slice(0, proposals.length));
    expect(proposeMentors(mentees(1), [candidate('p0')])).toEqual([]);
    expect(proposeMentors(mentees(3), [])).toEqual([]);
  });

  test('spreads people: nobody gets more than one above the even share, and everybody is matched where nobody is barred', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.record({ led: fc.nat(40), load: fc.nat(12), count: fc.nat(30), late: fc.nat(30) }), {
          minLength: 2,
          maxLength: 9,
        }),
        (n, given) => {
          const candidates = given.map(({ led, load, count, late }, i) =>
            candidate(`m${i}`, { led, load, feedback: { count, of: count + late } }),
          );
          const proposals = proposeMentors(mentees(n), candidates);
          expect(proposals.map(({ enrolmentId }) => enrolmentId)).toEqual(
            mentees(n).map(({ enrolmentId }) => enrolmentId),
          );
          const fair = Math.ceil((candidates.reduce((sum, { load }) => sum + load, 0) + n) / candidates.length);
          for (const { mentorId, load } of candidates) {
            const more = proposals.filter((one) => one.mentorId === mentorId).length;
            if (more > 0) expect(load + more).toBeLessThanOrEqual(fair + 1);
          }
          expect(proposeMentors(mentees(n), candidates)).toEqual(proposals);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('has given feedback that was due: people with no record are not proposed', () => {
    const unknown = candidate('unknown', { led: 0, load: 0, feedback: { count: 0, of: 0 } });
    const late = candidate('late', { feedback: { count: 0, of: 9 }, load: 9 });
    expect(withRecord([unknown, late]).map(({ mentorId }) => mentorId)).toEqual(['late']);
    expect(proposeMentors(mentees(2), withRecord([unknown]))).toEqual([]);
  });

  test('is told with the numbers that speak for it', () => {
    expect(proposeMentors(mentees(1), [candidate('m')])[0]?.reason).toEqual({
      'zh-CN': '带过 5 人，按时反馈 19 / 20，目前带 2 人',
      en: 'Led 5 people so far, 19 of 20 in time, leads 2 now',
    });
  });
});

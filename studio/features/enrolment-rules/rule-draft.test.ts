import { describe, expect, test } from '@jest/globals';
import { draftOf, inputOf } from './rule-draft';

const draft = draftOf(undefined, '2026-11-30');

describe('a rule as it is filled in', () => {
  test('begins with whoever joins or is promoted from today on', () => {
    expect(inputOf(draft, 'retail', true)).toMatchObject({
      planKey: 'retail',
      enabled: true,
      triggers: ['JOINING', 'PROMOTION'],
      from: '2026-11-30',
      againAfterMonths: null,
    });
  });

  test('is not sent without an occasion, a day, or with months that are none', () => {
    expect(inputOf({ ...draft, triggers: [] }, 'retail', true)).toBeUndefined();
    expect(inputOf({ ...draft, from: '' }, 'retail', true)).toBeUndefined();
    for (const againAfterMonths of ['0', '121', '1.5', 'six', '-1'])
      expect(inputOf({ ...draft, againAfterMonths }, 'retail', true)).toBeUndefined();
    expect(inputOf({ ...draft, againAfterMonths: ' 12 ' }, 'retail', false)?.againAfterMonths).toBe(12);
  });
});

import { describe, expect, it } from '@jest/globals';
import { recipientsIn } from './recipients';

describe('who a reminder begins with', () => {
  it('is the learner, unless the rule says otherwise', () => {
    for (const schema of [
      undefined,
      null,
      {},
      { recipients: [] },
      { recipients: ['NOBODY'] },
      { recipients: 'PLAN' },
    ]) {
      expect(recipientsIn(schema)).toEqual({ by: 'PLAN', start: ['LEARNER'] });
    }
    expect(recipientsIn({ recipients: ['HR', 'MENTOR'] })).toEqual({ by: 'PLAN', start: ['MENTOR', 'HR'] });
  });
});

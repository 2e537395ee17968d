import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { reminderRules } from './index.js';

describe('the person that a rule is about', () => {
  it('stands in its settings, where the designer reads it', () => {
    const said = Object.entries(reminderRules).map(([key, { params }]) => [key, z.toJSONSchema(params).recipients]);
    expect(Object.fromEntries(said.filter(([, recipients]) => recipients !== undefined))).toEqual({
      overdue: 'RULE',
      'feedback-due': ['MENTOR'],
    });
  });
});

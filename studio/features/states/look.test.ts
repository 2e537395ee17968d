import { describe, expect, it } from '@jest/globals';
import { lookOfItem, lookOfLetter } from './look';

describe('how a state looks', () => {
  it('is the same for the board’s letters and the item’s state', () => {
    expect(lookOfLetter('.')).toBe(lookOfItem({ state: 'LOCKED' }));
    expect(lookOfLetter('o')).toBe(lookOfItem({ state: 'AVAILABLE' }));
    expect(lookOfLetter('O')).toBe(lookOfItem({ state: 'AVAILABLE', overdue: true }));
    expect(lookOfLetter('S')).toBe(lookOfItem({ state: 'STARTED', overdue: true }));
    expect(lookOfLetter('R')).toBe(lookOfItem({ state: 'RETURNED', overdue: true }));
    expect(lookOfLetter('d')).toBe(lookOfItem({ state: 'DONE', outcome: 'PASSED' }));
    expect(lookOfLetter('x')).toBe(lookOfItem({ state: 'DONE', outcome: 'REJECTED' }));
    expect(lookOfLetter('e')).toBe(lookOfItem({ state: 'EXCUSED' }));
    expect(lookOfLetter('-')).toBe(lookOfItem({ state: 'NOT_APPLICABLE' }));
  });

  it('never shows work that waits for review as overdue', () => {
    expect(lookOfItem({ state: 'SUBMITTED', overdue: true })).toBe('submitted');
  });

  it('shows nothing for a letter it does not know', () => {
    expect(lookOfLetter('?')).toBe('absent');
    expect(lookOfLetter('')).toBe('absent');
  });
});

import { describe, expect, it } from '@jest/globals';
import { momentOf, timeline } from './timeline';

const at = (day: number) => `2026-01-${String(day).padStart(2, '0')}T01:00:00.000Z`;

describe('a person’s line of reminders', () => {
  it('walks from now in both directions', () => {
    const { planned, past } = timeline(
      [
        { id: 1, state: 'SENT' as const, dueAt: at(5), sentAt: at(6) },
        { id: 2, state: 'PLANNED' as const, dueAt: at(12) },
        { id: 3, state: 'PLANNED' as const, dueAt: at(9) },
        { id: 4, state: 'SUPPRESSED' as const, dueAt: at(8) },
        { id: 5, state: 'UNKNOWN' as const, dueAt: at(7) },
        { id: 6, state: 'SENDING' as const, dueAt: at(8) },
        { id: 7, state: 'SUPPRESSED' as const, dueAt: at(10) },
      ],
      new Date(at(8)),
    );
    expect(planned.map(({ id }) => id)).toEqual([6, 3, 7, 2]);
    expect(past.map(({ id }) => id)).toEqual([4, 5, 1]);
  });

  it('puts a message where it went out, or where quiet hours moved it to', () => {
    expect(momentOf({ state: 'SENT', dueAt: at(1), deferredTo: at(2), sentAt: at(3) })).toBe(at(3));
    expect(momentOf({ state: 'PLANNED', dueAt: at(1), deferredTo: at(2) })).toBe(at(2));
    expect(momentOf({ state: 'PLANNED', dueAt: at(1), deferredTo: null, sentAt: null })).toBe(at(1));
  });
});

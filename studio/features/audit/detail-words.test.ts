import { describe, expect, it } from '@jest/globals';
import { detailWords } from './detail-words';

describe('the facts of an audit entry', () => {
  it('are names and values, whatever their form', () => {
    expect(detailWords({ key: 'retail', from: { number: 1 }, count: 4 })).toBe(
      'key: retail, from: {"number":1}, count: 4',
    );
    expect(detailWords('note')).toBe('note');
    expect(detailWords(null)).toBe('');
  });
});

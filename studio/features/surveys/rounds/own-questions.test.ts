import { describe, expect, it } from '@jest/globals';
import { toSend, withOneMore } from './own-questions';

describe('questions of one’s own', () => {
  it('are sent in their order, each with a key of its own, without the empty ones', () => {
    expect(
      toSend([
        { id: 3, text: ' 目标清晰 ', scale: 5 },
        { id: 1, text: '  ', scale: 5 },
        { id: 2, text: '反馈及时', scale: 10 },
      ]),
    ).toEqual([
      { key: 'q1', text: '目标清晰', scale: 5 },
      { key: 'q2', text: '反馈及时', scale: 10 },
    ]);
  });

  it('grow by one that is told apart and goes on with the last scale', () => {
    expect(withOneMore([])).toEqual([{ id: 1, text: '', scale: 5 }]);
    expect(withOneMore([{ id: 4, text: 'a', scale: 7 }]).at(-1)).toEqual({ id: 5, text: '', scale: 7 });
  });
});

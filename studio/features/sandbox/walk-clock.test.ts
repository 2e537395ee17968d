import { describe, expect, it } from '@jest/globals';
import { type Seen, type Ways, walkClock } from './walk-clock';

/** A clock that needs three looks for each step. */
function slowClock() {
  const moves: string[] = [];
  let looks = 0;
  let left = 0;
  const ways: Ways<string> = {
    move: async (to) => {
      moves.push(to);
      left = 3;
      return { at: 'start', isMoving: true };
    },
    look: async (): Promise<Seen> => {
      looks += 1;
      left -= 1;
      return { at: moves.at(-1), isMoving: left > 0 };
    },
    pause: async () => undefined,
  };
  return { ways, moves, looks: () => looks };
}

const walk = (ways: Ways<string>, others: Partial<Parameters<typeof walkClock<string>>[0]> = {}) =>
  walkClock({
    from: 'start',
    steps: ['one', 'two'],
    ways,
    isStopped: () => false,
    signal: new AbortController().signal,
    onStep: () => undefined,
    ...others,
  });

describe('walking a sandbox’s clock', () => {
  it('goes step by step and waits for each', async () => {
    const clock = slowClock();
    expect(await walk(clock.ways)).toEqual({ at: 'two' });
    expect(clock.moves).toEqual(['one', 'two']);
    expect(clock.looks()).toBe(6);
  });

  it('can be stopped between two steps', async () => {
    const clock = slowClock();
    expect(await walk(clock.ways, { isStopped: () => true })).toEqual({ at: 'one' });
    expect(clock.moves).toEqual(['one']);
  });

  it('ends when the page is left, and asks nothing more', async () => {
    const clock = slowClock();
    const leaving = new AbortController();
    const pause = async () => leaving.abort();
    expect(await walk({ ...clock.ways, pause }, { signal: leaving.signal })).toBeUndefined();
    expect(clock.moves).toEqual(['one']);
    expect(clock.looks()).toBe(0);
  });

  it('ends where something was wrong, and says so', async () => {
    const clock = slowClock();
    const move = async () => ({ at: 'here', isMoving: false, wrong: 'no' });
    expect(await walk({ ...clock.ways, move })).toEqual({ at: 'here', wrong: 'no' });
  });

  it('goes on when nobody can say where the clock is', async () => {
    const clock = slowClock();
    expect(await walk({ ...clock.ways, look: async () => undefined })).toEqual({ at: 'start' });
  });
});

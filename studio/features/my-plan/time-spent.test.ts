import { describe, expect, it } from '@jest/globals';
import { asksForTime, minutesFrom, USUAL_MINUTES } from './time-spent';

describe('how long something took', () => {
  it('is asked of what is learnt or talked about, and of nothing else', () => {
    expect((['COURSE', 'MEETING', 'SURVEY', 'TASK', 'APPROVAL', 'ASSESSMENT'] as const).filter(asksForTime)).toEqual([
      'COURSE',
      'MEETING',
    ]);
  });

  it('may be left out', () => {
    expect([minutesFrom(''), minutesFrom('  ')]).toEqual([undefined, undefined]);
  });

  it('is whole minutes, up to a hundred hours', () => {
    expect(USUAL_MINUTES.map((each) => minutesFrom(String(each)))).toEqual([...USUAL_MINUTES]);
    expect([' 45 ', '1', '6000'].map(minutesFrom)).toEqual([45, 1, 6000]);
    for (const typed of ['0', '-5', '1.5', '1e3', '6001', 'an hour', '９0']) expect(minutesFrom(typed)).toBe('wrong');
  });
});

import { describe, expect, it } from '@jest/globals';
import { compareAddress, pairOf } from './choose-pair';

const versions = [
  { id: 'three', number: 3 },
  { id: 'two', number: 2 },
  { id: 'one', number: 1 },
];

describe('two versions side by side', () => {
  it('are the newest and the one before, until the address names others', () => {
    expect(pairOf({}, versions, 'quality')).toEqual({ from: 'two', to: 'three', metric: 'quality' });
    expect(pairOf({ to: 'two' }, versions, 'quality')).toEqual({ from: 'one', to: 'two', metric: 'quality' });
    expect(pairOf({ from: 'one', to: 'three', metric: 'on-time' }, versions, 'quality')).toEqual({
      from: 'one',
      to: 'three',
      metric: 'on-time',
    });
  });

  it('are never the same by default, also where the first or the last is named', () => {
    expect(pairOf({ from: 'three' }, versions, 'quality')).toMatchObject({ from: 'three', to: 'two' });
    expect(pairOf({ to: 'one' }, versions, 'quality')).toMatchObject({ from: 'three', to: 'one' });
  });

  it('do not come from another plan', () => {
    expect(pairOf({ from: 'alien', to: 'x' }, versions, 'quality')).toMatchObject({ from: 'two', to: 'three' });
  });

  it('need two versions and something measured', () => {
    expect(pairOf({}, versions.slice(2), 'quality')).toBeUndefined();
    expect(pairOf({}, versions, undefined)).toBeUndefined();
  });

  it('keep their address whatever is in an id', () => {
    const address = compareAddress('a/b', { from: 'x&y=1', to: 'z+', metric: 'm' });
    expect(address.startsWith('/plans/a%2Fb/compare?')).toBe(true);
    const query = new URLSearchParams(address.slice(address.indexOf('?')));
    expect([query.get('from'), query.get('to'), query.get('metric')]).toEqual(['x&y=1', 'z+', 'm']);
  });
});

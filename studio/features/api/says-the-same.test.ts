import { describe, expect, it } from '@jest/globals';
import { saysTheSame } from './says-the-same';

const read = {
  __typename: 'Enrolment',
  id: 'e1',
  mentor: null,
  items: [{ __typename: 'ItemState', key: 'a', state: 'OPEN' }],
};
const told = { id: 'e1', mentor: null, items: [{ key: 'a', state: 'OPEN' }] };

describe('what a stream says', () => {
  it('is the same as what was read, which has the names of types besides', () => {
    expect(saysTheSame(told, read)).toBe(true);
  });

  it('is news when a value, an entry or a whole object differs', () => {
    expect(saysTheSame({ ...told, mentor: { name: '林' } }, read)).toBe(false);
    expect(saysTheSame({ ...told, items: [{ key: 'a', state: 'DONE' }] }, read)).toBe(false);
    expect(saysTheSame({ ...told, items: [] }, read)).toBe(false);
    expect(saysTheSame(told, null)).toBe(false);
    expect(saysTheSame(undefined, read)).toBe(false);
  });
});

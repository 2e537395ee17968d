import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base64Of } from './read-file';

describe('a chosen file', () => {
  it('comes through base64 unharmed, however long', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(Buffer.from(base64Of(bytes), 'base64')).toEqual(Buffer.from(bytes));
      }),
    );
    const long = new Uint8Array(100_000).fill(7);
    expect(Buffer.from(base64Of(long), 'base64')).toEqual(Buffer.from(long));
  });
});

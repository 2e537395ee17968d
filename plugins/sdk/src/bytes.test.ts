import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { base64, hex, utf8 } from './bytes.js';

test('texts and bytes are written as everybody else writes them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(Buffer.from(utf8(text))).toEqual(Buffer.from(text, 'utf8'));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(hex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
    }),
  );
  expect(hex(utf8('\ud800'))).toBe('efbfbd');
});

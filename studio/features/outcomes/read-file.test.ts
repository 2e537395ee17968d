import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base64Of, decodeCsv, tableFrom } from './read-file';

describe('a chosen file', () => {
  it('is read as UTF-8, and as GB 18030 where it is not', () => {
    expect(decodeCsv(new TextEncoder().encode('姓名,数值\n李敏,86'))).toBe('姓名,数值\n李敏,86');
    expect(decodeCsv(Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x31))).toBe('姓名,1');
  });

  it('is a workbook when it begins as a zip, whatever its name', () => {
    expect(tableFrom(Uint8Array.of(0x50, 0x4b, 3, 4))).toEqual({ xlsx: 'UEsDBA==' });
    expect(tableFrom(new TextEncoder().encode('name,value'))).toEqual({ csv: 'name,value' });
  });

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

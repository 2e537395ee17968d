import { describe, expect, it } from '@jest/globals';
import { keptUploaded, parseUploaded } from './uploaded';

describe('uploads that a form keeps', () => {
  it('are the same when they are read again', () => {
    const files = [{ id: 'a', name: '复盘.pdf', bytes: 3 }];
    expect(parseUploaded(keptUploaded(files))).toEqual(files);
    expect(parseUploaded(keptUploaded([]))).toEqual([]);
  });

  it('count as none where the text is not ours', () => {
    for (const text of ['', '{', '{}', '[1]', '[{"id":"a"}]', 'null']) expect(parseUploaded(text)).toEqual([]);
  });
});

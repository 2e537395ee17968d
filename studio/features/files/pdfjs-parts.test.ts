import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { partFile } from './pdfjs-parts';

describe('parts of pdf.js', () => {
  it('are found for Chinese text, for fonts that a file lacks, and for the worker', () => {
    for (const asked of ['cmaps/UniGB-UCS2-H.bcmap', 'standard_fonts/FoxitSerif.pfb', 'worker/pdf.worker.min.mjs']) {
      const part = partFile(asked.split('/'));
      expect([asked, part && existsSync(part.file)]).toEqual([asked, true]);
    }
  });

  it('are nothing else that lies on the machine', () => {
    for (const asked of [
      ['cmaps', '..', 'package.json'],
      ['cmaps', '../package.json'],
      ['cmaps', 'LICENSE'],
      ['worker', 'pdf.mjs'],
      ['constructor', 'x.bcmap'],
      ['build', 'pdf.mjs'],
      [],
    ])
      expect(partFile(asked)).toBeUndefined();
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const STUDIO = path.join(import.meta.dirname, '../..');

/** The product's own sources, by their path in the studio. */
const sources = ['app', 'features'].flatMap((folder) =>
  readdirSync(path.join(STUDIO, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture|stories)\./.test(file))
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/'))),
);
const textOf = (file: string): string => readFileSync(path.join(STUDIO, file), 'utf8');
const filesWith = (pattern: RegExp): string[] => sources.filter((file) => pattern.test(textOf(file))).sort();

describe('text of more than a line', () => {
  it('is typed into LongText alone, which takes only what is kept', () => {
    expect(filesWith(/<textarea\b|contentEditable|role="textbox"|createElement\(\s*['"]textarea/)).toEqual([
      'features/device/long-text.tsx',
    ]);
  });

  it('is kept on the device by its form, or by the journal of the designer', () => {
    const kept = filesWith(/<LongText\b/);
    expect(kept.length).toBeGreaterThanOrEqual(12);
    // A form keeps by the hook; a part of a form gets what its page keeps and names the keeper.
    const byHook = kept.filter((file) => /\buseKept\(/.test(textOf(file)));
    expect(kept.filter((file) => !byHook.includes(file)).sort()).toEqual([
      'features/designer/inspector/fields.tsx',
      'features/outcomes/table-source.tsx',
      'features/schema-form/inputs.tsx',
      'features/surveys/answer/survey-form.tsx',
    ]);
  });

  it('is handed to LongText without a keeper by nobody else', () => {
    expect(filesWith(/\bkeptBy\(/)).toEqual([
      'features/designer/inspector/fields.tsx',
      'features/device/use-kept.ts',
      'features/schema-form/inputs.tsx',
      'features/surveys/answer/survey-form.tsx',
    ]);
  });

  it('is let go of by every form that keeps it, once it was sent', () => {
    for (const file of filesWith(/\buseKept\(\[/))
      expect([file, textOf(file)]).toEqual([file, expect.stringMatching(/\.done\(\)/)]);
  });

  it('and everything else on a device goes through the one place that dates and forgets it', () => {
    expect(filesWith(/\b(localStorage|sessionStorage|indexedDB)\b/)).toEqual([
      'features/device/device.ts',
      'features/device/this-device.ts',
    ]);
  });
});

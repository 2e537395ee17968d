import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const STUDIO = path.join(import.meta.dirname, '../..');
const sources = ['app', 'features'].flatMap((folder) =>
  readdirSync(path.join(STUDIO, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|stories)\./.test(file))
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/'))),
);
const filesWith = (pattern: RegExp): string[] =>
  sources.filter((file) => pattern.test(readFileSync(path.join(STUDIO, file), 'utf8'))).sort();

describe('every dialog', () => {
  it('is the one Dialog, which gives the focus back', () => {
    expect(filesWith(/<dialog\b|\.showModal\(|role="alertdialog"/)).toEqual(['features/ui/dialog.tsx']);
    expect(filesWith(/<(Form)?Dialog\b/).length).toBeGreaterThanOrEqual(25);
  });

  it('that is filled in or confirmed has the one frame; the others only tell, lead on, or lay out several steps', () => {
    expect(filesWith(/<FormDialog\b/).length).toBeGreaterThanOrEqual(20);
    expect(filesWith(/<Dialog\b/)).toEqual([
      'features/cohorts/create-cohort-dialog.tsx',
      'features/designer/inspector/inspector-sheet.tsx',
      'features/designer/outline/outline.tsx',
      'features/experiments/join-dialog.tsx',
      'features/files/file-preview.tsx',
      'features/frame/frame.tsx',
      'features/frame/leave-dialog.tsx',
      'features/integrations/choose-plugin-dialog.tsx',
      'features/outcomes/import-dialog.tsx',
      'features/reports/centre/make-report-dialog.tsx',
      'features/reports/export-dialog.tsx',
      'features/sandbox/move-clock-dialog.tsx',
      'features/session/sign-in-again.tsx',
      'features/ui/form-dialog.tsx',
    ]);
  });

  it('stands outside of what opened it, and asks for the focus in one way', () => {
    expect(filesWith(/createPortal\(/)).toContain('features/ui/dialog.tsx');
    // `autoFocus` moves the focus before the dialog has noted where it was.
    expect(filesWith(/\bautoFocus\b/)).toEqual([]);
  });

  it('belongs to pages that keep the focus when its place goes away', () => {
    expect(filesWith(/useEffect\(keepFocus, \[\]\)/)).toEqual(['features/frame/work.tsx']);
  });
});

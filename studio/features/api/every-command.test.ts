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

describe('every mutation', () => {
  it('is sent in one way', () => {
    expect(filesWith(/\.mutation\(|\buseMutation\b|executeMutation/)).toEqual(['features/api/send-command.ts']);
    expect(filesWith(/\buseCommand\(/).length).toBeGreaterThanOrEqual(30);
  });

  it('without a component around it only where it outlives one, or goes step by step', () => {
    expect(filesWith(/\bsendCommand\(/)).toEqual([
      'features/api/use-command.ts',
      'features/designer/save/send-draft.ts',
      'features/files/use-uploads.ts',
      'features/my-plan/use-outbox.ts',
      'features/sandbox/use-move-clock.ts',
    ]);
  });

  it('asks for refusals with their code, sentence and path', () => {
    expect(filesWith(/userErrors \{(?!\s+\.\.\.UserErrorFields\s)/)).toEqual([]);
  });
});

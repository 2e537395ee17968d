import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { shareText } from '@planwright/schema/figures';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCES = ['studio/features', 'studio/app', 'server/src', 'plugins/core/src', 'seeds/src'];

/** Percent of something else than a share of people or things: a zoom, a place on a ruler. */
const NO_SHARES = ['studio/features/designer/canvas/canvas-controls.tsx'];

/** A rounding of hundredths that is then called percent: each would say 100 % of 199 of 200. */
const OWN_ROUNDING = /(?:Math\.(?:round|floor|ceil)\([^;\n]*\* ?100\b[^;\n]*%|\* ?100\)?\.toFixed\(|style: 'percent')/;

function filesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
}

describe('a share says all only of all and none only of none, on every screen and in every sentence', () => {
  test('by one function: nothing rounds a share to percent by itself', () => {
    const files = SOURCES.flatMap(filesIn).filter((file) => !NO_SHARES.includes(file));
    expect(files.length).toBeGreaterThan(500);
    const own = files.filter((file) => OWN_ROUNDING.test(readFileSync(path.join(ROOT, file), 'utf8')));
    expect(own).toEqual([]);
  });

  test('so that no message puts a percent sign behind a number that it was given', () => {
    const signs = (messages: unknown, at: string): string[] => {
      if (typeof messages === 'string') return /\{(?:share|percent|completion)\}\s*%/.test(messages) ? [at] : [];
      return Object.entries(messages as object).flatMap(([key, value]) => signs(value, `${at}.${key}`));
    };
    const found = ['en', 'zh-CN'].flatMap((locale) => {
      const file = path.join(ROOT, 'studio/messages', `${locale}.json`);
      return signs(JSON.parse(readFileSync(file, 'utf8')), locale);
    });
    expect(found).toEqual([]);
  });

  test('199 of 200 is no 100%, 1 of 400 no 0%', () => {
    expect([199 / 200, 1 / 400, 1, 0, 29 / 40].map((share) => shareText(share))).toEqual([
      '>99%',
      '<1%',
      '100%',
      '0%',
      '73%',
    ]);
  });
});

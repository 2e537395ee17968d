import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeCursor, pageOf } from './connection.js';
import { globalId, parseGlobalId, uuidOf } from './global-id.js';
import { askedLanguage, languageOf } from './language.js';

describe('global ids', () => {
  test('come back as what they were made of', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom('Person', 'PlanVersion'), (uuid, type) => {
        expect(parseGlobalId(globalId(type, uuid))).toEqual({ type, uuid });
        expect(uuidOf(type, globalId(type, uuid))).toBe(uuid);
        expect(uuidOf('Other', globalId(type, uuid))).toBeUndefined();
      }),
    );
  });

  test('anything else is none', () => {
    fc.assert(fc.property(fc.string(), (text) => parseGlobalId(text) === undefined));
    expect(parseGlobalId(Buffer.from('Person:not-a-uuid').toString('base64url'))).toBeUndefined();
    expect(parseGlobalId(Buffer.from(':00000000-0000-4000-8000-000000000000').toString('base64url'))).toBeUndefined();
  });
});

describe('the language of a request', () => {
  test.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en-GB', 'en'],
    ['fr, en;q=0.5, zh;q=0.7', 'zh-CN'],
    ['ZH-hans', 'zh-CN'],
    ['fr', undefined],
    ['en;q=0', undefined],
    ['*', undefined],
    ['', undefined],
    [undefined, undefined],
    [`${'x,'.repeat(10_000)}en`, undefined],
  ])('%s asks for %s', (header, language) => {
    expect(askedLanguage(header)).toBe(language);
  });

  test('a stored locale that is not one of ours is Chinese', () => {
    expect([languageOf('en-US'), languageOf('de')]).toEqual(['en', 'zh-CN']);
  });
});

describe('a page', () => {
  const keys = (n: number) => [n];
  test('of rows read one too many says that there is more, and ends where it ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 60 }), (first, total) => {
        const seen: number[] = [];
        let after: number | undefined;
        for (;;) {
          const rest = Array.from({ length: total }, (_, n) => n).filter((n) => after === undefined || n > after);
          const page = pageOf(
            rest.slice(0, first + 1),
            { first, after: after === undefined ? null : 'x' },
            keys,
            (n) => n,
          );
          seen.push(...page.edges.map(({ node }) => node));
          expect(page.pageInfo.endCursor).toBe(
            page.edges.length === 0 ? null : encodeCursor([page.edges.at(-1)?.node ?? 0]),
          );
          expect(page.pageInfo.hasPreviousPage).toBe(after !== undefined);
          if (!page.pageInfo.hasNextPage) break;
          after = page.edges.at(-1)?.node;
        }
        expect(seen).toEqual(Array.from({ length: total }, (_, n) => n));
      }),
    );
  });
});

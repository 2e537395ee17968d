import { describe, expect, it } from '@jest/globals';
import { localeFor } from './locale';

describe('the language of a first visit', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh-Hant-TW', 'zh-CN'],
    ['en-GB,en;q=0.9', 'en'],
    ['de-DE,de;q=0.9,en;q=0.8,zh;q=0.7', 'en'],
    ['de,fr;q=0.5', 'zh-CN'],
    ['en;q=0,zh', 'zh-CN'],
    ['en;q=0.2, zh;q=0.4', 'zh-CN'],
    ['*', 'zh-CN'],
    ['', 'zh-CN'],
  ] as const)('for %p is %s', (header, locale) => {
    expect(localeFor(header)).toBe(locale);
  });

  it('is Chinese where the browser says nothing', () => {
    expect(localeFor(null)).toBe('zh-CN');
  });
});

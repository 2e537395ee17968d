import { describe, expect, test } from '@jest/globals';
import { namePinyin, pinyinSearched } from './name-pinyin.js';

/** What a search does with a name and with what was typed: the beginning of a word. */
const finds = (typed: string, name: string): boolean =>
  namePinyin(name).includes(` ${pinyinSearched(typed) ?? 'nothing typed'}`);

describe('a name is found by its pinyin', () => {
  test.each([
    ['zhangsan', '张三'],
    ['zhang san', '张三'],
    ['ZhangSan', '张三'],
    ['zs', '张三'],
    ['zhan', '张三'],
    ['shanxiongxin', '单雄信'],
    ['sxx', '单雄信'],
    ['xiongxin', '单雄信'],
    ['yuchigong', '尉迟恭'],
    ['zengjie', '曾婕'],
    ['ouyangxiu', '欧阳修'],
    ['lvbu', '吕布'],
    ['lubu', '吕布'],
    ['lyubu', '吕布'],
    ['lb', '吕布'],
    ['lü bu', '吕布'],
    ['elodie', 'Élodie Müller'],
    ['ÉLODIE', 'Élodie Müller'],
    ['muller', 'Élodie Müller'],
    ['em', 'Élodie Müller'],
    ["o'brien", 'Sean O’Brien'],
    ['obrien', 'Sean O’Brien'],
  ])('“%s” finds %s', (typed, name) => {
    expect(finds(typed, name)).toBe(true);
  });

  test.each([
    ['hang', '张三'],
    ['san zhang', '张三'],
    ['danxiongxin', '单雄信'],
    ['  ', '张三'],
    ['%', '张三'],
    ['_', '张三'],
  ])('“%s” does not find %s', (typed, name) => {
    expect(finds(typed, name)).toBe(false);
  });

  test('a name of signs alone is found by nothing, and is filled all the same', () => {
    expect(namePinyin('…')).toBe(' ');
    expect(pinyinSearched('…')).toBeNull();
  });

  test('in words that stay short, whatever was taken for a name', () => {
    for (const name of ['x'.repeat(3_000_000), '张 '.repeat(100_000), '吕'.repeat(100_000)])
      expect(namePinyin(name).length).toBeLessThan(10_000);
  });
});

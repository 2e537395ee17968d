import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from '@jest/globals';

const read = (locale: string): unknown =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../messages', `${locale}.json`), 'utf8'));

function* leaves(value: unknown, key = ''): Generator<[key: string, text: string]> {
  if (typeof value === 'string') yield [key, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [name, child] of Object.entries(value)) yield* leaves(child, key ? `${key}.${name}` : name);
  }
}

/** Names of arguments and tags, by the parser that next-intl itself uses; branches of plurals are looked into. */
function namesIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...namesIn(element.children)];
      case TYPE.select:
      case TYPE.plural:
        return [element.value, ...Object.values(element.options).flatMap((option) => namesIn(option.value))];
      default:
        return [element.value];
    }
  });
}

const namesOf = (text: string): string => [...new Set(namesIn(parse(text)))].sort().join(' ');

const chinese = new Map(leaves(read('zh-CN')));
const english = new Map(leaves(read('en')));

describe('the messages', () => {
  it('exist in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('are never empty', () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('take the same arguments and tags in both languages', () => {
    const different = [...chinese].flatMap(([key, text]) => {
      const [ours, theirs] = [namesOf(text), namesOf(english.get(key) ?? '')];
      return ours === theirs ? [] : [`${key}: ${ours} / ${theirs}`];
    });
    expect(different).toEqual([]);
  });

  it('neither shout nor beg', () => {
    const loud = [...chinese, ...english]
      .filter(([, text]) => /[!！]|(?<![申邀])请(?![求假示])|\bplease\b/i.test(text))
      .map(([key]) => key);
    expect(loud).toEqual([]);
  });

  it('use full-width marks and no doubled spaces in Chinese', () => {
    const odd = [...chinese]
      .filter(([, text]) => /[\u4e00-\u9fff][,;?]|[,;?][\u4e00-\u9fff]| {2}/.test(text.replace(/\{[^{}]*\}/g, '1')))
      .map(([key]) => key);
    expect(odd).toEqual([]);
  });
});

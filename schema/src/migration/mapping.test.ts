import { describe, expect, test } from '@jest/globals';
import { assessment, course, plan, stage, task } from '../testing/plan-builder.js';
import { completeMapping, defaultMapping } from './mapping.js';

const before = plan([stage('one', [course('a'), course('b'), task('t')]), stage('two', [course('gone')])]);
const after = plan([stage('one', [course('a'), assessment('b'), task('t'), task('t2')]), stage('two', [course('c')])]);

describe('defaultMapping', () => {
  test('keeps state where key and kind are the same, starts over where the kind differs, drops what is gone', () => {
    expect(defaultMapping(before, after)).toEqual([
      { from: 'a', to: 'a', carry: 'STATE' },
      { from: 'b', to: 'b', carry: 'RESET' },
      { from: 't', to: 't', carry: 'STATE' },
      { from: 'gone', carry: 'DROP' },
    ]);
  });
});

describe('completeMapping', () => {
  test('without anything mapped by hand gives the defaults and lists what has no counterpart', () => {
    expect(completeMapping(before, after)).toEqual({
      mapping: defaultMapping(before, after),
      unmapped: ['gone'],
      problems: [],
    });
  });

  test('lets what was mapped by hand win and completes the rest', () => {
    const { mapping, unmapped, problems } = completeMapping(before, after, [
      { from: 'gone', to: 'c', carry: 'STATE' },
      { from: 'b', carry: 'SCORE' },
    ]);
    expect(problems).toEqual([]);
    expect(unmapped).toEqual([]);
    expect(mapping).toEqual([
      { from: 'a', to: 'a', carry: 'STATE' },
      { from: 'b', to: 'b', carry: 'SCORE' },
      { from: 't', to: 't', carry: 'STATE' },
      { from: 'gone', to: 'c', carry: 'STATE' },
    ]);
  });

  test('does not give a target away twice: the item that had the key by default is listed as unmapped', () => {
    const { mapping, unmapped } = completeMapping(before, after, [{ from: 'gone', to: 'a', carry: 'STATE' }]);
    expect(mapping[0]).toEqual({ from: 'a', carry: 'DROP' });
    expect(mapping[3]).toEqual({ from: 'gone', to: 'a', carry: 'STATE' });
    expect(unmapped).toEqual(['a']);
  });

  test('an item dropped by hand is not unmapped', () => {
    expect(completeMapping(before, after, [{ from: 'gone', carry: 'DROP' }]).unmapped).toEqual([]);
  });

  test.each([
    ['an unknown old item', [{ from: 'x', to: 'a', carry: 'STATE' }], 'unknown-key', ['mapping', 'x', 'from']],
    ['an unknown new item', [{ from: 'a', to: 'x', carry: 'STATE' }], 'unknown-key', ['mapping', 'a', 'to']],
    ['no target where no item has that key', [{ from: 'gone', carry: 'STATE' }], 'missing', ['mapping', 'gone', 'to']],
    ['state into another kind', [{ from: 'b', to: 'b', carry: 'STATE' }], 'wrong-type', ['mapping', 'b', 'carry']],
    [
      'two old items for one new one',
      [
        { from: 'a', to: 'c', carry: 'STATE' },
        { from: 'gone', to: 'c', carry: 'STATE' },
      ],
      'duplicate-key',
      ['mapping', 'gone', 'to'],
    ],
    [
      'one old item mapped twice',
      [
        { from: 'a', to: 'a', carry: 'STATE' },
        { from: 'a', to: 'c', carry: 'STATE' },
      ],
      'duplicate-key',
      ['mapping', 'a'],
    ],
  ] as const)('refuses %s and then gives no mapping at all', (_what, given, code, path) => {
    const { mapping, problems } = completeMapping(before, after, given);
    expect(mapping).toEqual([]);
    expect(problems.map((problem) => [problem.code, problem.path, problem.severity])).toEqual([[code, path, 'ERROR']]);
    expect(problems[0]?.message['zh-CN']).not.toBe('');
    expect(problems[0]?.message.en).not.toBe('');
  });
});

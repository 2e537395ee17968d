import { describe, expect, it } from '@jest/globals';
import { blocksOf, headline, plainText } from './markdown-blocks';

describe('the Markdown of messages', () => {
  it('is paragraphs, lists, bold and links', () => {
    expect(
      blocksOf('This week:\n\n- **Report** is due\n- [Open it](https://a.example/x)\n\n1. one\n2. two\n\nBye'),
    ).toEqual([
      { kind: 'paragraph', spans: [{ text: 'This week:' }] },
      {
        kind: 'list',
        ordered: false,
        items: [
          [{ text: 'Report', strong: true }, { text: ' is due' }],
          [{ text: 'Open it', href: 'https://a.example/x' }],
        ],
      },
      { kind: 'list', ordered: true, items: [[{ text: 'one' }], [{ text: 'two' }]] },
      { kind: 'paragraph', spans: [{ text: 'Bye' }] },
    ]);
  });

  it('never makes a link of a script, and leaves HTML as text', () => {
    expect(blocksOf('[x](javascript:alert) <b>y</b> [in](/my-plan) [out](//evil.example)')).toEqual([
      {
        kind: 'paragraph',
        spans: [
          { text: 'x' },
          { text: ' <b>y</b> ' },
          { text: 'in', href: '/my-plan' },
          { text: ' ' },
          { text: 'out' },
        ],
      },
    ]);
  });

  it('takes escaped marks as what they are', () => {
    expect(blocksOf('2 \\* 3 \\[a\\]')).toEqual([{ kind: 'paragraph', spans: [{ text: '2 * 3 [a]' }] }]);
  });

  it('has a headline: what it says first', () => {
    expect(headline('The **plan** begins.\n\n- a\n- b')).toBe('The plan begins.');
    expect(headline('- one\n- two')).toBe('one');
    expect(headline('')).toBe('');
  });

  it('does not end in a colon where a list follows: the list is what it says', () => {
    expect(headline('This week:\n\n- **Report**, Friday\n- Test')).toBe('This week: Report, Friday; Test');
    expect(headline('本周要完成：\n\n1. 访谈报告\n2. 测评')).toBe('本周要完成：访谈报告；测评');
    expect(headline('Due:\n\nsoon')).toBe('Due:');
  });

  it('reads as one line without its marks', () => {
    expect(plainText('# Week 2\n\n- **A**\n- B')).toBe('Week 2 · A · B');
  });
});

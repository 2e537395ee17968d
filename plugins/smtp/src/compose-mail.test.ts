import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { composeMail, type Mail } from './compose-mail.js';
import { headerText } from './header.js';
import { outcomeOf } from './outcome.js';
import { htmlOf, textOf } from './render-markdown.js';

const mail = (changes: Partial<Mail> = {}): Mail => ({
  key: 'c0ffee00-0000-5000-8000-000000000001',
  from: { name: '培养计划', address: 'plan@company.example' },
  to: { name: '林晓', address: 'lin@company.example' },
  content: {
    title: '本周安排：两项到期',
    markdown: '**两项到期**\n\n- 目标计划：周五 18:00\n- [测评](https://learn.example/a?b=1&c=2)',
    language: 'zh-CN',
  },
  link: 'https://planwright.example/me?a=1&b=2',
  unsubscribe: 'mailto:plan@company.example?subject=unsubscribe',
  at: '2026-03-02T02:03:04.000Z',
  ...changes,
});

describe('a composed mail', () => {
  test('reads as it was written, in text and HTML, with a Chinese subject and names', async () => {
    const { id, message } = composeMail(mail());
    const read = await simpleParser(message);
    expect(read.subject).toBe('本周安排：两项到期');
    expect(read.from?.value).toEqual([{ name: '培养计划', address: 'plan@company.example' }]);
    expect(read.text).toContain('- 目标计划：周五 18:00');
    expect(read.text).toContain('测评 (https://learn.example/a?b=1&c=2)');
    expect(read.html).toContain('<strong>两项到期</strong>');
    expect(read.html).toContain('href="https://planwright.example/me?a=1&amp;b=2"');
    expect(read.messageId).toBe(id);
    expect(read.date?.toISOString()).toBe('2026-03-02T02:03:04.000Z');
    expect(read.headers.get('list')).toMatchObject({
      unsubscribe: { mail: 'plan@company.example?subject=unsubscribe' },
    });
    expect(read.headers.get('auto-submitted')).toBe('auto-generated');
  });

  test('any text comes back as it was, on lines that every server takes, without a header of its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 500 }),
        async (title, body) => {
          const { message } = composeMail(
            mail({ content: { title, markdown: body, language: 'en' }, to: { name: title, address: 'a@b.example' } }),
          );
          for (const line of message.split('\r\n')) {
            expect(line.length).toBeLessThanOrEqual(998);
            expect(line).toMatch(/^[\x20-\x7e\t]*$/);
          }
          expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          const read = await simpleParser(message);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a header cannot hold
          expect(read.subject ?? '').toBe(title.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim());
          expect([...read.headers.keys()].sort()).toEqual(
            [
              'auto-submitted',
              'content-language',
              'content-type',
              'date',
              'from',
              'list',
              'message-id',
              'mime-version',
              ...(read.subject === undefined ? [] : ['subject']),
              'to',
              'x-auto-response-suppress',
            ].sort(),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a title cannot add a header, and a name cannot add an address', async () => {
    const title = 'Hello\r\nBcc: everybody@company.example\r\n\r\n<script>';
    const { message } = composeMail(
      mail({
        content: { title, markdown: '', language: 'en' },
        to: { name: 'Li" <x@y.example>, "', address: 'lin@company.example' },
      }),
    );
    const read = await simpleParser(message);
    expect(read.bcc).toBeUndefined();
    expect(read.to).toMatchObject({ value: [{ address: 'lin@company.example' }] });
    expect(read.html).not.toContain('<script>');
  });

  test('the same delivery has the same Message-ID, another one another, whatever keys look like', () => {
    expect(composeMail(mail()).message).toBe(composeMail(mail()).message);
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (a, b) => {
        fc.pre(a !== b && a.isWellFormed() && b.isWellFormed());
        const [first, second] = [composeMail(mail({ key: a })).id, composeMail(mail({ key: b })).id];
        expect(first).toMatch(/^<planwright\.[A-Za-z0-9-]*@company\.example>$/);
        expect(first).not.toBe(second);
      }),
    );
  });

  test('encoded words are cut between characters and stay within 75', () => {
    for (const line of headerText('新经理培养计划'.repeat(20)).split('\r\n ')) {
      expect(line.length).toBeLessThanOrEqual(75);
      const bytes = Buffer.from(line.slice('=?UTF-8?B?'.length, -2), 'base64');
      expect(Buffer.from(bytes.toString('utf8'))).toEqual(bytes);
    }
  });
});

describe('markdown', () => {
  test('becomes only the tags that it knows; all else is text', () => {
    expect(htmlOf('**a** <b>\n1. [x](javascript:alert(1))\n2. [y](https://e.example/"q)')).toBe(
      '<p><strong>a</strong> &lt;b&gt;</p>\n<ol>\n<li>x)</li>\n<li><a href="https://e.example/&quot;q">y</a></li>\n</ol>',
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const tags = htmlOf(text).match(/<[^>]*>/g) ?? [];
        for (const tag of tags)
          expect(tag).toMatch(/^<(\/?(p|ul|ol|li|strong|a)|br|a href="(https?:\/\/|mailto:)[^"<>]*")>$/i);
      }),
      { numRuns: 500 },
    );
  });

  test('is read in full without HTML', () => {
    expect(textOf('# Week 2\n\n- **a**\n- [b](https://e.example)\n\nEnd')).toBe(
      'Week 2\n\n- a\n- b (https://e.example)\n\nEnd',
    );
  });
});

describe('what became of a mail', () => {
  const none = { accepted: [], rejected: [] };
  test.each([
    ['queued', { accepted: ['a@b'], rejected: [], stage: 'answered', code: 250, text: 'Ok' }, 'accepted'],
    ['cut after the data', { ...none, stage: 'after-data', text: 'cut' }, 'unknown'],
    [
      'greylisted',
      { accepted: [], rejected: [{ address: 'a@b', code: 450, text: 'later' }], stage: 'before-data', text: '' },
      'retry',
    ],
    [
      'no such mailbox',
      { accepted: [], rejected: [{ address: 'a@b', code: 550, text: 'no' }], stage: 'before-data', text: '' },
      'rejected',
    ],
    ['refused as spam after the data', { ...none, stage: 'answered', code: 554, text: 'spam' }, 'rejected'],
    ['full after the data', { ...none, stage: 'answered', code: 452, text: 'full' }, 'retry'],
    ['a wrong password', { ...none, stage: 'before-data', code: 535, text: 'no' }, 'retry'],
    ['no connection', { ...none, stage: 'before-data', text: 'no' }, 'retry'],
  ] as const)('%s', (_, response, status) => {
    expect(
      outcomeOf({ ...response, accepted: [...response.accepted], rejected: [...response.rejected] }, 'a@b', 'r').status,
    ).toBe(status);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { byteLength, cutToBytes, plainWords } from './fit-bytes.js';
import { composeDigest, type MessagePart } from './message.js';
import { varyText } from './vary-text.js';

let count = 0;
const part = (changes: Partial<MessagePart> = {}): MessagePart => ({
  id: `o-${++count}`,
  learnerId: 'lin',
  learnerName: '林小雨',
  own: true,
  plan: { 'zh-CN': '零售新经理培养计划', en: 'Retail new manager' },
  about: {
    'zh-CN': '《新经理的角色定位》将于 1月9日 18:00 截止。',
    en: '“The role of a new manager” is due on 9 January, 18:00.',
  },
  hard: false,
  at: '2026-01-06T01:00:00.000Z',
  ...changes,
});
const say = (text: string): MessagePart['about'] => ({ 'zh-CN': text, en: text });

describe('a message', () => {
  test('about one thing is its sentence, which is the title too, with the plan below, in the language of the reader', () => {
    const { title, markdown } = composeDigest([part()], { language: 'zh-CN' });
    expect([title, markdown]).toEqual([
      '《新经理的角色定位》将于 1月9日 18:00 截止',
      '《新经理的角色定位》将于 1月9日 18:00 截止。\n\n零售新经理培养计划',
    ]);
    const english = composeDigest([part()], { language: 'en' });
    expect([english.title, english.markdown]).toEqual([
      '“The role of a new manager” is due on 9 January, 18:00',
      '“The role of a new manager” is due on 9 January, 18:00.\n\nRetail new manager',
    ]);
    const two = composeDigest([part(), part({ about: say('More to do'), at: '2026-02-01T01:00:00.000Z' })], {
      language: 'en',
    });
    expect(two.title).toBe('“The role of a new manager” is due on 9 January, 18:00, and 1 more');
    const mentor = composeDigest([part({ own: false })], { language: 'zh-CN' });
    expect(mentor.title).toBe('林小雨：《新经理的角色定位》将于 1月9日 18:00 截止');
  });

  test('for a mentor names the learner, and groups several learners', () => {
    const lin = { own: false, learnerId: 'lin', learnerName: '林小雨' };
    const wang = { own: false, learnerId: 'wang', learnerName: '王*强*' };
    expect(composeDigest([part(lin)], { language: 'zh-CN' }).markdown).toMatch(/^林小雨：《/);
    const { title, markdown } = composeDigest(
      [part({ ...lin, about: say('A') }), part({ ...wang, about: say('B\nmore') }), part({ ...lin, about: say('C') })],
      { language: 'zh-CN' },
    );
    expect(title).toBe('2 位学员，3 条提醒');
    expect(markdown).toBe('**林小雨**\n- A\n- C\n\n**王\\*强\\***\n- B\n  more');
  });

  test('says the same about one learner once, and puts deadlines first', () => {
    const twice = [
      part({ about: say('soft') }),
      part({ about: say('soft') }),
      part({ about: say('hard'), hard: true }),
    ];
    const { markdown, stated } = composeDigest(twice, { language: 'en' });
    expect(markdown).toBe('- hard\n- soft\n\nRetail new manager');
    expect(stated.sort()).toEqual(twice.map(({ id }) => id).sort());
  });

  test('has the same words whatever the order of its parts', () => {
    const texts = fc.array(
      fc.record({ text: fc.constantFrom('A', 'B', 'C'), who: fc.constantFrom('x', 'y'), hard: fc.boolean() }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(texts, (list) => {
        const parts = list.map(({ text, who, hard }) =>
          part({ about: say(text), learnerId: who, learnerName: who, own: false, hard }),
        );
        const one = composeDigest(parts, { language: 'en' });
        expect(composeDigest(parts.toReversed(), { language: 'en' }).hash).toBe(one.hash);
        expect(one.title).not.toBe('');
      }),
    );
  });

  test('needs something to say', () => {
    expect(() => composeDigest([], { language: 'en' })).toThrow(RangeError);
  });
});

const characters = fc
  .array(fc.constantFrom('完', '成', 'a', ' ', '👩‍👩‍👧‍👦', '🇨🇳', '❤️', 'é', '𠮷', '，', '👍🏽'), { maxLength: 120 })
  .map((list) => list.join(''));
const wholeCharacters = (text: string): string[] =>
  [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);

describe('a budget of bytes', () => {
  test('is kept, and nothing is cut inside a character, an emoji or a flag', () => {
    fc.assert(
      fc.property(characters, fc.integer({ min: 0, max: 300 }), (text, bytes) => {
        const cut = cutToBytes(text, bytes);
        expect(byteLength(cut)).toBeLessThanOrEqual(bytes);
        if (byteLength(text) <= bytes) return expect(cut).toBe(text);
        if (cut === '') return expect(bytes < 3).toBe(true);
        const kept = wholeCharacters(cut.slice(0, -1));
        return expect(wholeCharacters(text).slice(0, kept.length)).toEqual(kept);
      }),
      { numRuns: 500 },
    );
  });

  test('holds for whole messages: every part is stated, counted or left for the next, and only deadlines are left', () => {
    const parts = fc.array(
      fc.record({ text: characters, hard: fc.boolean(), own: fc.boolean(), who: fc.constantFrom('x', 'y', 'z') }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(
        parts,
        fc.integer({ min: 120, max: 2048 }),
        fc.constantFrom('zh-CN' as const, 'en' as const),
        fc.integer({ min: 1, max: 3 }),
        (list, bytes, language, variation) => {
          const all = list.map(({ text, hard, own, who }) =>
            part({ about: say(`${text}!`), hard, own, learnerId: who, learnerName: who }),
          );
          const message = composeDigest(all, { language, bytes, variation });
          expect(byteLength(`${message.title}\n${message.markdown}`)).toBeLessThanOrEqual(bytes);
          expect([...message.stated, ...message.counted, ...message.left].sort()).toEqual(
            all.map(({ id }) => id).sort(),
          );
          expect(message.stated.length).toBeGreaterThan(0);
          // Two parts with one sentence are one line, and a deadline when one of them is.
          const sentences = new Map(all.map((one) => [one.id, JSON.stringify([one.about, one.learnerId, one.own])]));
          const hard = new Set(all.filter((one) => one.hard).map(({ id }) => sentences.get(id)));
          for (const id of message.left) expect(hard.has(sentences.get(id))).toBe(true);
          for (const id of message.counted) expect(hard.has(sentences.get(id))).toBe(false);
        },
      ),
    );
  });

  test('says how many more there are', () => {
    const many = Array.from({ length: 40 }, (_, i) => part({ about: say(`第 ${i} 项任务快到截止时间了，抓紧完成`) }));
    const { markdown, counted } = composeDigest(many, { language: 'zh-CN', bytes: 600 });
    expect(markdown).toMatch(new RegExp(`另有 ${counted.length} 条，打开查看全部。$`));
  });

  test('leaves no open markup behind where a sentence is cut', () => {
    expect(plainWords('**bold** and [a link](https://example.com/x)')).toBe('bold and a link');
    const { markdown } = composeDigest([part({ about: say(`**${'长'.repeat(100)}** [去看](https://example.com)`) })], {
      language: 'zh-CN',
      bytes: 130,
    });
    expect(markdown).not.toMatch(/[*[\]]/);
  });
});

describe('the same words twice a day', () => {
  test('are varied until they differ from all that went out, also within the smallest budgets', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.constantFrom(undefined, 140, 90), (times, bytes) => {
        const taken = new Set<string>();
        const one = part({ about: say('长'.repeat(60)) });
        for (let i = 0; i < times; i++) {
          const message = varyText(
            (variation) => composeDigest([one], { language: 'zh-CN', variation, ...(bytes ? { bytes } : {}) }),
            taken,
          );
          expect(taken.has(message.hash)).toBe(false);
          taken.add(message.hash);
        }
        expect(taken.size).toBe(times);
      }),
    );
  });

  test('are varied the same way each time, so that a message composed again is the same', () => {
    const one = part();
    const compose = (variation: number) => composeDigest([one], { language: 'zh-CN', variation });
    const taken = new Set([compose(1).hash]);
    expect(varyText(compose, taken)).toEqual(compose(2));
    expect(varyText(compose, taken).markdown).toMatch(/今天第 2 次提醒。$/);
  });
});

import { beforeAll, describe, expect, test } from '@jest/globals';
import { commonPasswords } from './common-passwords.js';
import { passwordFault } from './password-rules.js';

const owner = {
  name: '林燕',
  email: 'lin.yan@haisi.example',
  company: '海思零售',
  spoken: ['linyan', 'haisilingshou'],
};
const fault = (password: string, hasSecondFactor = false) => passwordFault(password, owner, hasSecondFactor, listed);
let listed: ReadonlySet<string>;
beforeAll(async () => {
  listed = await commonPasswords();
});

describe('a password', () => {
  test.each([
    'correct horse battery staple',
    'seven green umbrellas',
    '春眠不觉晓处处闻啼鸟夜来风雨声',
    'aB3!kk9_Zq71.pw',
    'my cat sleeps on the printer 2026',
  ])('may be %s', (password) => {
    expect(fault(password)).toBeUndefined();
  });

  test.each([
    ['', 'SHORT'],
    ['horse battery', 'SHORT'],
    ['x'.repeat(300), 'LONG'],
    ['passwordpassword', 'COMMON'],
    ['password12345678', 'COMMON'],
    ['!!!!!password2026', 'COMMON'],
    ['aaaaaaaaaaaaaaaa', 'REPEATS'],
    ['abcabcabcabcabcabc', 'REPEATS'],
    ['123456789012345', 'REPEATS'],
    ['qwertyuiopasdfgh', 'REPEATS'],
    ['woaini1314520woaini', 'COMMON'],
    ['woaini5201314!!', 'COMMON'],
    ['linyan19900101!', 'PERSONAL'],
    ['LinYan@haisi.2026', 'PERSONAL'],
    ['林燕林燕19900101abcd', 'PERSONAL'],
    ['haisilingshou2026', 'PERSONAL'],
    ['linyan13812345678', 'PERSONAL'],
  ])('is not %s', (password, why) => {
    expect([password, fault(password)]).toEqual([password, why]);
  });

  test('may be shorter beside a second factor, and is judged the same otherwise', () => {
    expect(fault('tram9kiwi')).toBe('SHORT');
    expect(fault('tram9kiwi', true)).toBeUndefined();
    expect(fault('linyan1990', true)).toBe('PERSONAL');
    expect(fault('password1', true)).toBe('COMMON');
  });

  test('is the same however a keyboard composes it', () => {
    expect(fault('ﬁfteen short words, one after another')).toBeUndefined();
  });
});

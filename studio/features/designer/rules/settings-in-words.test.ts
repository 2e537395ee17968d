import { expect, test } from '@jest/globals';
import { settingsInWords } from './settings-in-words';

const words = { yes: 'yes', no: 'no', comma: ', ', parts: (count: number) => `${count} entries` };

test('settings of a rule that is not installed are words, never JSON', () => {
  const settings = {
    daysBefore: 3,
    at: '09:00',
    working: true,
    late: false,
    to: ['LEARNER', 'MENTOR'],
    none: [],
    empty: '',
    steps: [{ key: 'a' }, { key: 'b' }],
    retry: { times: 3 },
  };
  expect(settingsInWords(settings, words).map(({ text }) => text)).toEqual([
    '3',
    '09:00',
    'yes',
    'no',
    'LEARNER, MENTOR',
    '–',
    '–',
    '2 entries',
    '1 entries',
  ]);
  for (const { name, text } of settingsInWords(settings, words)) expect(`${name} ${text}`).not.toMatch(/[{}[\]"]/);
});

import { expect, test } from '@jest/globals';
import { spanText } from './span';

test.each([
  [0, '0 min', '0 分钟'],
  [45, '45 min', '45 分钟'],
  [60, '1 hr', '1 小时'],
  [125, '2 hr 5 min', '2 小时 5 分钟'],
  [59.6, '1 hr', '1 小时'],
])('%d minutes are %s, %s', (minutes, en, zh) => {
  expect([spanText(minutes, 'en'), spanText(minutes, 'zh-CN')]).toEqual([en, zh]);
});

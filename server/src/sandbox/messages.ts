import type { LocalizedText } from '@planwright/schema/text';

type Sentence = LocalizedText & Record<'zh-CN' | 'en', string>;

/** What this room tells people when they have to correct something first. */
export const messages = {
  nameMissing: (): Sentence => ({
    en: 'Give the sandbox a name of 1 to 100 characters.',
    'zh-CN': '填写沙盒名称，1 至 100 个字符。',
  }),
  copiesLiveOnly: (): Sentence => ({
    en: 'A sandbox is a copy of the live workspace. Go back there, then create it.',
    'zh-CN': '沙盒只能由正式空间复制。先返回正式空间，再创建沙盒。',
  }),
  tooMany: (most: number): Sentence => ({
    en: `There are ${most} sandboxes already. Use one of them.`,
    'zh-CN': `已有 ${most} 个沙盒，使用其中一个。`,
  }),
  liveClock: (): Sentence => ({
    en: 'Only the clock of a sandbox can be moved. Enter a sandbox first.',
    'zh-CN': '只有沙盒的时钟可以拨动。先进入一个沙盒。',
  }),
  forwardsOnly: (): Sentence => ({
    en: 'The clock only moves forwards. Choose a later time.',
    'zh-CN': '时钟只能向前拨。选择更晚的时间。',
  }),
  tooFar: (days: number): Sentence => ({
    en: `The clock can move ${days} days at a time. Choose an earlier time, then move on from there.`,
    'zh-CN': `时钟一次最多向前拨 ${days} 天。先选择较早的时间，再继续拨动。`,
  }),
  isMoving: (): Sentence => ({
    en: 'The clock is moving already. Wait until it arrives, then move it again.',
    'zh-CN': '时钟正在拨动。等它到达后再继续。',
  }),
};

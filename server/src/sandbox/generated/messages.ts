// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  nameMissing: Record<never, never>;
  copiesLiveOnly: Record<never, never>;
  tooMany: { most: Said };
  liveClock: Record<never, never>;
  forwardsOnly: Record<never, never>;
  tooFar: { days: Said };
  isMoving: Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    nameMissing: '填写沙盒名称，1 至 100 个字符。',
    copiesLiveOnly: '沙盒只能由正式空间复制。先返回正式空间，再创建沙盒。',
    tooMany: ["已有 ",["most"]," 个沙盒，使用其中一个。"],
    liveClock: '只有沙盒的时钟可以拨动。先进入一个沙盒。',
    forwardsOnly: '时钟只能向前拨。选择更晚的时间。',
    tooFar: ["时钟一次最多向前拨 ",["days"]," 天。先选择较早的时间，再继续拨动。"],
    isMoving: '时钟正在拨动。等它到达后再继续。',
  },
  en: {
    nameMissing: 'Give the sandbox a name of 1 to 100 characters.',
    copiesLiveOnly: 'A sandbox is a copy of the live workspace. Go back there, then create it.',
    tooMany: ["There are ",["most"]," sandboxes already. Use one of them."],
    liveClock: 'Only the clock of a sandbox can be moved. Enter a sandbox first.',
    forwardsOnly: 'The clock only moves forwards. Choose a later time.',
    tooFar: ["The clock can move ",["days"]," days at a time. Choose an earlier time, then move on from there."],
    isMoving: 'The clock is moving already. Wait until it arrives, then move it again.',
  },
});
export const { say, sayIn, says } = messages;

// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  keyReused: Record<never, never>;
  keyMissing: Record<never, never>;
  passedOn: Record<never, never>;
  rubricIncomplete: { titles: Said };
  noSuchYear: Record<never, never>;
  notInYear: { date: Said };
  bothOffAndOn: { date: Said };
  yearIsPublished: { year: Said };
  uploadsNotUsable: Record<never, never>;
  yearPreviewOutdated: Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    keyReused: '该请求键已用于其他内容，为新请求换一个键。',
    keyMissing: '为请求提供 1–200 个字符的键。',
    passedOn: '这一级已有人反馈，现在等待下一级。',
    rubricIncomplete: ["通过之前，每项都要评分。还没有评分：",["titles"],"。"],
    noSuchYear: '没有这个日历，或年份不在 2000–2100 之间。',
    notInYear: [["date"]," 不在这一年，从列表中删除。"],
    bothOffAndOn: [["date"]," 不能既是休息日又是工作日。"],
    yearIsPublished: [["year"]," 年已发布。先预览更正会改动什么，再发布更正。"],
    uploadsNotUsable: '有文件已经提交到别处，或已不存在，重新上传。',
    yearPreviewOutdated: '预览之后情况有变化，重新预览后再发布更正。',
  },
  en: {
    keyReused: 'This request key was used for something else. Send the new request with a key of its own.',
    keyMissing: 'Give the request a key of 1 to 200 characters.',
    passedOn: 'Somebody has already decided on this; it now waits for the next reviewer.',
    rubricIncomplete: ["Score every criterion before you approve. Not scored yet: ",["titles"],"."],
    noSuchYear: 'This calendar is not known, or the year is outside 2000–2100.',
    notInYear: [["date"]," is not in this year. Remove it from the list."],
    bothOffAndOn: [["date"]," cannot be both a day off and a working day."],
    yearIsPublished: ["The year ",["year"]," is published already. Preview what a correction would move, then publish the correction."],
    uploadsNotUsable: 'One of the files was submitted elsewhere already, or it is no longer there. Upload it again.',
    yearPreviewOutdated: 'Something has changed since the preview. Look at it again, then publish the correction.',
  },
});
export const { say, sayIn, says } = messages;

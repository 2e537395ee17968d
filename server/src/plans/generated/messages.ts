// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  notADefinition: Record<never, never>;
  keyTaken: { key: Said };
  keyIsFixed: { key: Said };
  staleRevision: { current: Said };
  hasProblems: { count: number };
  needsAdmin: Record<never, never>;
  sameContent: { number: Said };
  alreadyRetired: { number: Said };
  inExperiment: { number: Said; experiment: Said };
  badZone: Record<never, never>;
  startOutOfRange: Record<never, never>;
  notSimulated: { count: number };
  draftUnfinished: Record<never, never>;
  simulationTooLong: Record<never, never>;
  migrationOfOtherPlan: Record<never, never>;
  previewHashMissing: Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    notADefinition: '这还不是一份培养计划。填写计划的 key 和标题。',
    keyTaken: ["已有 key 为“",["key"],"”的培养计划，换一个 key。"],
    keyIsFixed: ["计划的 key 不能更改。改回“",["key"],"”，或新建一个计划。"],
    staleRevision: ["草稿已被他人保存，当前为第 ",["current"]," 次修订。重新载入后再修改。"],
    hasProblems: ["计划有 ",["count"]," 处错误，无法发布。按列表修正后再发布。"],
    needsAdmin: '该计划会授予学员权限，由管理员发布。',
    sameContent: ["草稿与第 ",["number"]," 版内容相同。修改后再发布。"],
    alreadyRetired: ["第 ",["number"]," 版已停用。"],
    inExperiment: ["第 ",["number"]," 版正在实验「",["experiment"],"」中使用。先开放结果、提前停止或取消该实验。"],
    badZone: '无法识别该时区，使用类似 Asia/Shanghai 的名称。',
    startOutOfRange: '开始日期须在 2000–2100 年之间。',
    notSimulated: ["计划有 ",["count"]," 处错误，无法模拟。按问题列表修正后再试。"],
    draftUnfinished: '草稿还不完整，按问题列表修正。',
    simulationTooLong: '模拟最长三年、最多 1,000 个动作，缩小范围后再试。',
    migrationOfOtherPlan: '迁移的目标必须是当前修订的这份草稿。',
    previewHashMissing: '先预览迁移，再带上预览的哈希发布。',
  },
  en: {
    notADefinition: 'This is not a plan yet. Give it a key and a title.',
    keyTaken: ["There is already a plan with the key “",["key"],"”. Choose another key."],
    keyIsFixed: ["The key of a plan never changes. Set it back to “",["key"],"”, or create a new plan."],
    staleRevision: ["Somebody has saved this draft meanwhile; it is at revision ",["current"]," now. Load it and apply your change again."],
    hasProblems: [["count",2,{"one":"One error keeps","other":[["count"]," errors keep"]}]," this plan from being published. Fix the errors in the list."],
    needsAdmin: 'This plan grants rights to the people in it. Ask an administrator to publish it.',
    sameContent: ["The draft is the same as version ",["number"],". Change something before you publish."],
    alreadyRetired: ["Version ",["number"]," is retired already."],
    inExperiment: ["Version ",["number"]," is part of the experiment “",["experiment"],"”. Open its results, stop it or cancel it first."],
    badZone: 'This time zone is not known. Use a name like Asia/Shanghai.',
    startOutOfRange: 'Choose a first day between 2000 and 2100.',
    notSimulated: [["count",2,{"one":"One error keeps","other":[["count"]," errors keep"]}]," this plan from being simulated. Fix the errors in the list of problems."],
    draftUnfinished: 'The draft is not a complete plan yet. Fix the errors in the list of problems.',
    simulationTooLong: 'A simulation covers three years and 1,000 actions at most. Shorten it.',
    migrationOfOtherPlan: 'The migration must lead to this draft at this revision.',
    previewHashMissing: 'Look at the preview of the migration first, then publish with its hash.',
  },
});
export const { say, sayIn, says } = messages;

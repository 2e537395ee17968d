// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  nameMissing: Record<never, never>;
  startOutOfRange: Record<never, never>;
  notPublished: Record<never, never>;
  versionOfOtherPlan: Record<never, never>;
  versionRetired: Record<never, never>;
  nobodyChosen: Record<never, never>;
  chosenTwice: Record<never, never>;
  baselineOfOther: Record<never, never>;
  alreadyEnrolled: { name: Said };
  wasCancelled: { name: Said };
  runsAlready: { name: Said; cohort: Said; startsOn: Said };
  notActive: { name: Said };
  ownMentor: Record<never, never>;
  isOver: Record<never, never>;
  alreadyPaused: Record<never, never>;
  notPaused: Record<never, never>;
  notCancelled: Record<never, never>;
  reasonMissing: Record<never, never>;
  noSuchItem: Record<never, never>;
  noSuchStep: Record<never, never>;
  needsNoPartners: Record<never, never>;
  tooManyPartners: { count: Said };
  ownPartner: Record<never, never>;
  doneAlready: Record<never, never>;
  dueBeforeOpen: Record<never, never>;
  sameVersion: Record<never, never>;
  otherPlan: Record<never, never>;
  draftNotPublished: Record<never, never>;
  badMapping: Record<never, never>;
  previewOutdated: Record<never, never>;
  windowClosed: Record<never, never>;
  alreadyUndone: Record<never, never>;
  ruleCohortMonthly: { plan: Said; year: Said; month: Said };
  ruleCohortQuarterly: { plan: Said; year: Said; quarter: Said };
  ruleCohortAgain: { cohort: Said; round: Said };
  ruleLeft: Record<never, never>;
  ruleResumed: Record<never, never>;
  ruleJoined: { date: Said; who: Said };
  rulePromoted: { date: Said; who: Said };
  ruleJobRole: { jobRole: Said };
  ruleDepartment: { department: Said };
  ruleCondition: Record<never, never>;
  ruleAudienceMissing: Record<never, never>;
  ruleTriggerMissing: Record<never, never>;
  ruleAgainOutOfRange: Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    nameMissing: '填写期次名称，最多 200 字。',
    startOutOfRange: '开始日期须在 2000–2100 年之间。',
    notPublished: '该计划还没有已发布的版本，先发布再操作。',
    versionOfOtherPlan: '该版本属于其他计划，选择本期次所属计划的版本。',
    versionRetired: '该版本已停用，选择已发布的版本。',
    nobodyChosen: '选择 1–500 人。',
    chosenTwice: '列表中有重复的人员，删除其中一个。',
    baselineOfOther: '这条基线的人员不在本次加入名单中，删除它或加上此人。',
    alreadyEnrolled: [["name"],"已在本期次中，从列表中移除。"],
    wasCancelled: [["name"],"曾在本期次中，已被取消。请在看板的“已取消”里撤销取消。"],
    runsAlready: [["name"],"正在参加同一计划（",["cohort"],"，",["startsOn"]," 开始）。确实要重新开始时再加入。"],
    notActive: [["name"],"已离职或停用，从列表中移除。"],
    ownMentor: '本人不能担任自己的导师，另选一位。',
    isOver: '该培养已结束，不再变更。',
    alreadyPaused: '已处于暂停状态。',
    notPaused: '当前没有暂停。',
    notCancelled: '没有被取消。',
    reasonMissing: '填写原因，最多 2,000 字。',
    noSuchItem: '计划中没有这一项，刷新后再试。',
    noSuchStep: '任务中没有这一步，刷新后再试。',
    needsNoPartners: '该任务无需协作人。',
    tooManyPartners: ["该任务最多 ",["count"]," 位协作人，减少人数。"],
    ownPartner: '本人不能担任自己任务的协作人。',
    doneAlready: '该项已完成，日期不再变更。',
    dueBeforeOpen: '截止时间早于开放时间，选择更晚的日期。',
    sameVersion: '两个版本相同，选择其他目标版本。',
    otherPlan: '两个版本须属于同一计划。',
    draftNotPublished: '学员只能迁移到已发布的版本。先发布草稿，可同时执行本次迁移。',
    badMapping: '映射中有不存在的项目，按列表修正。',
    previewOutdated: '预览之后有变化。重新预览后再迁移。',
    windowClosed: '迁移只能在 92 天内撤销，本次已超过期限。',
    alreadyUndone: '本次迁移已撤销。',
    ruleCohortMonthly: [["plan"]," ",["year"],"-",["month"]],
    ruleCohortQuarterly: [["plan"]," ",["year"]," 年第 ",["quarter"]," 季度"],
    ruleCohortAgain: [["cohort"],"（第 ",["round"]," 次）"],
    ruleLeft: '不再符合计划的适用人员（按规则加入）。',
    ruleResumed: '重新符合计划的适用人员（按规则加入）。',
    ruleJoined: [["date"]," 入职。",["who"]],
    rulePromoted: [["date"]," 晋升。",["who"]],
    ruleJobRole: ["岗位：",["jobRole"],"。"],
    ruleDepartment: ["部门：",["department"],"。"],
    ruleCondition: '符合计划的适用条件。',
    ruleAudienceMissing: '已发布的版本没有写明适用人员。在设计器中设置岗位、部门或条件后发布。',
    ruleTriggerMissing: '至少选择一个加入时机。',
    ruleAgainOutOfRange: '填写 1–120 个月，或留空。',
  },
  en: {
    nameMissing: 'Give the cohort a name of up to 200 characters.',
    startOutOfRange: 'Choose a first day between 2000 and 2100.',
    notPublished: 'This plan has no published version yet. Publish it first.',
    versionOfOtherPlan: 'This version belongs to another plan. Choose a version of the cohort’s plan.',
    versionRetired: 'This version is retired. Choose a published one.',
    nobodyChosen: 'Choose 1 to 500 people.',
    chosenTwice: 'This person is in the list twice. Remove one.',
    baselineOfOther: 'This baseline belongs to somebody who is not being enrolled. Remove it or add the person.',
    alreadyEnrolled: [["name"]," is in this cohort already. Remove the name from the list."],
    wasCancelled: [["name"]," was in this cohort and was cancelled. Undo the cancellation on the board, under “Cancelled”."],
    runsAlready: [["name"]," is in this plan now, in “",["cohort"],"” since ",["startsOn"],". Enrol them a second time only if they should start it again."],
    notActive: [["name"]," is no longer active. Remove the name from the list."],
    ownMentor: 'A person cannot be their own mentor. Choose somebody else.',
    isOver: 'This enrolment is over and can no longer change.',
    alreadyPaused: 'It is paused already.',
    notPaused: 'It is not paused.',
    notCancelled: 'It is not cancelled.',
    reasonMissing: 'Give a reason of up to 2,000 characters.',
    noSuchItem: 'The plan has no such item. Reload and try again.',
    noSuchStep: 'The task has no such step. Reload and try again.',
    needsNoPartners: 'This task is not shared with anybody.',
    tooManyPartners: ["This task can be shared with ",["count"]," at most. Choose fewer."],
    ownPartner: 'The person cannot be a partner in their own task.',
    doneAlready: 'This item is done. Its date no longer changes.',
    dueBeforeOpen: 'It would be due before it opens. Choose a later date.',
    sameVersion: 'Both versions are the same. Choose another one to move to.',
    otherPlan: 'Both versions must belong to the same plan.',
    draftNotPublished: 'People can only move to a published version. Publish the draft; you can send this migration with it.',
    badMapping: 'The mapping refers to something that does not exist. Correct the entries in the list.',
    previewOutdated: 'Something has changed since the preview. Look at it again, then move.',
    windowClosed: 'A migration can be undone for 92 days. This one is older.',
    alreadyUndone: 'This migration is undone already.',
    ruleCohortMonthly: [["plan"],", ",["year"],"-",["month"]],
    ruleCohortQuarterly: [["plan"],", ",["year"]," Q",["quarter"]],
    ruleCohortAgain: [["cohort"]," (time ",["round"],")"],
    ruleLeft: 'No longer matches the people this plan is for (enrolment by rule).',
    ruleResumed: 'Matches the people this plan is for again (enrolment by rule).',
    ruleJoined: ["Joined on ",["date"],". ",["who"]],
    rulePromoted: ["Promoted on ",["date"],". ",["who"]],
    ruleJobRole: ["Job role: ",["jobRole"],"."],
    ruleDepartment: ["Department: ",["department"],"."],
    ruleCondition: 'Meets the plan’s condition.',
    ruleAudienceMissing: 'The published version does not say who the plan is for. Set job roles, departments or a condition in the designer and publish.',
    ruleTriggerMissing: 'Choose at least one occasion for enrolling people.',
    ruleAgainOutOfRange: 'Give 1 to 120 months, or leave it empty.',
  },
});
export const { say, sayIn, says } = messages;

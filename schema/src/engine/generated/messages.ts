// Made from schema/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '../../words/index.js';

/** The messages, each with its arguments. */
export interface Messages {
  'decideProgress.yourOwnProgress': Record<never, never>;
  'decideProgress.giveTimeIso': Record<never, never>;
  'decideProgress.cannotHappenedFuture': Record<never, never>;
  'decideProgress.cannotHappenedBefore': Record<never, never>;
  'decideProgress.planCancelledProgress': Record<never, never>;
  'decideProgress.planPausedContinue': Record<never, never>;
  'decideProgress.itemDoesNot': Record<never, never>;
  'decideProgress.itemCompletedAlready': Record<never, never>;
  'decideProgress.itemDoesNotApply': Record<never, never>;
  'decideProgress.thereNothingScore': Record<never, never>;
  'decideProgress.itemNotDone': Record<never, never>;
  'decideProgress.itemDoneHr': Record<never, never>;
  'decideProgress.itemStartedAlready': Record<never, never>;
  'decideProgress.submittedWaitsReview': Record<never, never>;
  'decideProgress.giveScoreFrom': Record<never, never>;
  'decideProgress.giveTimeSpent': Record<never, never>;
  'decideProgress.commentTooLong': Record<never, never>;
  'decideProgress.taskNoSuch': Record<never, never>;
  'decideProgress.stepsGoOrder': { step: Said };
  'decideProgress.sayWhichStep': Record<never, never>;
  'decideProgress.noSuchItem': Record<never, never>;
  'decideProgress.notOpenYet': Record<never, never>;
  'decideReview.planNoSuch': Record<never, never>;
  'decideReview.youCannotReview': Record<never, never>;
  'decideReview.thereNoSuch': Record<never, never>;
  'decideReview.submissionBeenReviewed': Record<never, never>;
  'decideReview.planCancelledNo': Record<never, never>;
  'decideReview.itemNoLonger': Record<never, never>;
  'decideReview.giveScoreFrom': Record<never, never>;
  'decideReview.commentTooLong': Record<never, never>;
  'decideReview.reviewLiesBetween': Record<never, never>;
  'deliverable.textTooLong': Record<never, never>;
  'deliverable.giveLinkStarts': Record<never, never>;
  'deliverable.addLinkDocument': Record<never, never>;
  'deliverable.linkDocumentStarts': Record<never, never>;
  'deliverable.addFile': Record<never, never>;
  'deliverable.tooManyFiles': { count: Said };
  'deliverable.takesNoFiles': Record<never, never>;
  'deliverable.writeSomethingBefore': Record<never, never>;
  'roleLimits.onlyTasksApprovals': Record<never, never>;
  'roleLimits.scoresGivenMentor': Record<never, never>;
  'roleLimits.kindItemNo': Record<never, never>;
  'roleLimits.askMentorHr': Record<never, never>;
  'lock.itemTitle': { title: Said };
  'lock.expression': { expression: Said };
  'lock.expressionNot': { expression: Said };
  'lock.paused': Record<never, never>;
  'lock.stage': { stage: Said };
  'lock.stageOn': { stage: Said; day: Said };
  'lock.order': { item: Said };
  'lock.electives': { items: Said; choose: Said };
  'lock.on': { day: Said };
  'lock.not': { item: Said; result: Said };
  'lock.scoreFrom': { item: Said; low: Said };
  'lock.scoreBetween': { item: Said; low: Said; high: Said };
  'lock.after.COMPLETED': { item: Said };
  'lock.after.PASSED': { item: Said };
  'lock.after.FAILED': { item: Said };
  'lock.after.SUBMITTED': { item: Said };
  'lock.after.APPROVED': { item: Said };
  'lock.after.REJECTED': { item: Said };
  'lock.scored': { low: Said; high: Said };
  'lock.result.COMPLETED': Record<never, never>;
  'lock.result.PASSED': Record<never, never>;
  'lock.result.FAILED': Record<never, never>;
  'lock.result.SUBMITTED': Record<never, never>;
  'lock.result.APPROVED': Record<never, never>;
  'lock.result.REJECTED': Record<never, never>;
  'lock.PROMOTED': Record<never, never>;
  'lock.FIRST_SIGN_IN': Record<never, never>;
  'lock.opened': { item: Said };
  'lock.due': { item: Said };
  'lock.stageBegins': Record<never, never>;
  'day.ofYear': { month: Said; day: Said; weekday: Said };
  'day.withYear': { year: Said; month: Said; day: Said; weekday: Said };
  'day.at': { date: Said; time: Said };
  'weekday.0': Record<never, never>;
  'weekday.1': Record<never, never>;
  'weekday.2': Record<never, never>;
  'weekday.3': Record<never, never>;
  'weekday.4': Record<never, never>;
  'weekday.5': Record<never, never>;
  'weekday.6': Record<never, never>;
  'month.1': Record<never, never>;
  'month.2': Record<never, never>;
  'month.3': Record<never, never>;
  'month.4': Record<never, never>;
  'month.5': Record<never, never>;
  'month.6': Record<never, never>;
  'month.7': Record<never, never>;
  'month.8': Record<never, never>;
  'month.9': Record<never, never>;
  'month.10': Record<never, never>;
  'month.11': Record<never, never>;
  'month.12': Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    'decideProgress.yourOwnProgress': '自己的进度按提交时间记录，不能另填时间',
    'decideProgress.giveTimeIso': '时间格式不对',
    'decideProgress.cannotHappenedFuture': '发生时间不能晚于现在',
    'decideProgress.cannotHappenedBefore': '发生时间不能早于开放时间',
    'decideProgress.planCancelledProgress': '计划已取消，不再记录进度',
    'decideProgress.planPausedContinue': '计划已暂停，恢复后再继续',
    'decideProgress.itemDoesNot': '此项不适用，无需免除',
    'decideProgress.itemCompletedAlready': '此项已完成，无需免除',
    'decideProgress.itemDoesNotApply': '此项不适用',
    'decideProgress.thereNothingScore': '提交之后才能打分',
    'decideProgress.itemNotDone': '此项还没有完成，无需重新开放',
    'decideProgress.itemDoneHr': '此项已完成，需要重做时由 HR 重新开放',
    'decideProgress.itemStartedAlready': '此项已经开始',
    'decideProgress.submittedWaitsReview': '已提交，等待反馈',
    'decideProgress.giveScoreFrom': '填写 0–100 的分数',
    'decideProgress.giveTimeSpent': '用时须为非负整数（分钟）',
    'decideProgress.commentTooLong': '说明太长，最多 4,000 字',
    'decideProgress.taskNoSuch': '任务中没有这一步，刷新后再试',
    'decideProgress.stepsGoOrder': ["按顺序提交，现在轮到「",["step"],"」"],
    'decideProgress.sayWhichStep': '说明提交的是哪一步',
    'decideProgress.noSuchItem': '计划中没有这一项，刷新后再试',
    'decideProgress.notOpenYet': '此项尚未开放',
    'decideReview.planNoSuch': '计划中没有这一项，刷新后再试',
    'decideReview.youCannotReview': '不能反馈自己提交的内容',
    'decideReview.thereNoSuch': '没有等待反馈的这次提交',
    'decideReview.submissionBeenReviewed': '这次提交已有反馈',
    'decideReview.planCancelledNo': '计划已取消，无需反馈',
    'decideReview.itemNoLonger': '此项已不在等待反馈',
    'decideReview.giveScoreFrom': '填写 0–100 的分数',
    'decideReview.commentTooLong': '反馈太长，最多 4,000 字',
    'decideReview.reviewLiesBetween': '反馈时间须在提交之后、现在之前',
    'deliverable.textTooLong': '内容太长，最多 20,000 字',
    'deliverable.giveLinkStarts': '填写以 http:// 或 https:// 开头的链接',
    'deliverable.addLinkDocument': '附上文档链接或正文',
    'deliverable.linkDocumentStarts': '文档链接须以 http:// 或 https:// 开头',
    'deliverable.addFile': '至少上传一个文件',
    'deliverable.tooManyFiles': ["一次最多提交 ",["count"]," 个文件，可以打包或去掉几个"],
    'deliverable.takesNoFiles': '此任务不收文件，按要求的形式提交',
    'deliverable.writeSomethingBefore': '写下内容再提交',
    'roleLimits.onlyTasksApprovals': '只有任务和审批可以提交',
    'roleLimits.scoresGivenMentor': '分数由导师或 HR 填写',
    'roleLimits.kindItemNo': '此类项目不打分',
    'roleLimits.askMentorHr': '由导师或 HR 处理',
    'lock.itemTitle': ["《",["title"],"》"],
    'lock.expression': ["人员信息符合条件后开放：",["expression"]],
    'lock.expressionNot': ["人员信息不符合此条件时开放：",["expression"]],
    'lock.paused': '计划已暂停，恢复后开放',
    'lock.stage': ["阶段",["stage"],"开始后开放"],
    'lock.stageOn': ["随阶段",["stage"],"于",["day"],"开放"],
    'lock.order': ["本阶段按顺序进行，完成",["item"],"后开放"],
    'lock.electives': ["从",["items"],"中完成 ",["choose"]," 项后开放"],
    'lock.on': [["day"],"开放"],
    'lock.not': [["item"],"确定没有",["result"],"后开放"],
    'lock.scoreFrom': [["item"],"得分达到 ",["low"]," 分后开放"],
    'lock.scoreBetween': [["item"],"得分达到 ",["low"]," 分且低于 ",["high"]," 分后开放"],
    'lock.after.COMPLETED': ["完成",["item"],"后开放"],
    'lock.after.PASSED': ["通过",["item"],"后开放"],
    'lock.after.FAILED': [["item"],"未通过时开放"],
    'lock.after.SUBMITTED': ["提交",["item"],"后开放"],
    'lock.after.APPROVED': [["item"],"获得批准后开放"],
    'lock.after.REJECTED': [["item"],"被否决时开放"],
    'lock.scored': ["得 ",["low"],"–",["high"]," 分"],
    'lock.result.COMPLETED': '完成',
    'lock.result.PASSED': '通过',
    'lock.result.FAILED': '失败',
    'lock.result.SUBMITTED': '提交',
    'lock.result.APPROVED': '获得批准',
    'lock.result.REJECTED': '被否决',
    'lock.PROMOTED': '晋升生效后开放',
    'lock.FIRST_SIGN_IN': '首次登录后开放',
    'lock.opened': [["item"],"开放后开放"],
    'lock.due': [["item"],"的截止日期确定后开放"],
    'lock.stageBegins': '本阶段开始后开放',
    'day.ofYear': [["month"],"月",["day"],"日（",["weekday"],"）"],
    'day.withYear': [["year"],"年",["month"],"月",["day"],"日（",["weekday"],"）"],
    'day.at': [["date"]," ",["time"]," "],
    'weekday.0': '周一',
    'weekday.1': '周二',
    'weekday.2': '周三',
    'weekday.3': '周四',
    'weekday.4': '周五',
    'weekday.5': '周六',
    'weekday.6': '周日',
    'month.1': '1',
    'month.2': '2',
    'month.3': '3',
    'month.4': '4',
    'month.5': '5',
    'month.6': '6',
    'month.7': '7',
    'month.8': '8',
    'month.9': '9',
    'month.10': '10',
    'month.11': '11',
    'month.12': '12',
  },
  en: {
    'decideProgress.yourOwnProgress': 'Your own progress counts from now. Leave the time out',
    'decideProgress.giveTimeIso': 'Give the time as an ISO 8601 instant in UTC',
    'decideProgress.cannotHappenedFuture': 'It cannot have happened in the future',
    'decideProgress.cannotHappenedBefore': 'It cannot have happened before the item opened',
    'decideProgress.planCancelledProgress': 'The plan was cancelled. Progress is no longer recorded',
    'decideProgress.planPausedContinue': 'The plan is paused. Continue when it resumes',
    'decideProgress.itemDoesNot': 'This item does not apply, there is nothing to excuse',
    'decideProgress.itemCompletedAlready': 'This item is completed already',
    'decideProgress.itemDoesNotApply': 'This item does not apply',
    'decideProgress.thereNothingScore': 'There is nothing to score before it is submitted',
    'decideProgress.itemNotDone': 'This item is not done, there is nothing to reopen',
    'decideProgress.itemDoneHr': 'This item is done. HR can reopen it',
    'decideProgress.itemStartedAlready': 'This item was started already',
    'decideProgress.submittedWaitsReview': 'It is submitted and waits for its review',
    'decideProgress.giveScoreFrom': 'Give a score from 0 to 100',
    'decideProgress.giveTimeSpent': 'Give the time spent in whole minutes',
    'decideProgress.commentTooLong': 'The comment is too long. Keep it within 4,000 characters',
    'decideProgress.taskNoSuch': 'The task has no such step. Reload and try again',
    'decideProgress.stepsGoOrder': ["Steps go in order. Submit “",["step"],"” next"],
    'decideProgress.sayWhichStep': 'Say which step you submit',
    'decideProgress.noSuchItem': 'The plan has no such item. Reload and try again',
    'decideProgress.notOpenYet': 'This item is not open yet',
    'decideReview.planNoSuch': 'The plan has no such item. Reload and try again',
    'decideReview.youCannotReview': 'You cannot review your own work',
    'decideReview.thereNoSuch': 'There is no such submission to review',
    'decideReview.submissionBeenReviewed': 'This submission has been reviewed already',
    'decideReview.planCancelledNo': 'The plan was cancelled. No review is needed',
    'decideReview.itemNoLonger': 'This item no longer waits for a review',
    'decideReview.giveScoreFrom': 'Give a score from 0 to 100',
    'decideReview.commentTooLong': 'The comment is too long. Keep it within 4,000 characters',
    'decideReview.reviewLiesBetween': 'The review lies between the submission and now',
    'deliverable.textTooLong': 'The text is too long. Keep it within 20,000 characters',
    'deliverable.giveLinkStarts': 'Give a link that starts with http:// or https://',
    'deliverable.addLinkDocument': 'Add a link to the document or its text',
    'deliverable.linkDocumentStarts': 'A link to the document starts with http:// or https://',
    'deliverable.addFile': 'Upload at least one file',
    'deliverable.tooManyFiles': ["Hand in at most ",["count"]," files. Put several into one archive, or leave some out"],
    'deliverable.takesNoFiles': 'This task takes no files. Hand it in as it asks',
    'deliverable.writeSomethingBefore': 'Write something before you submit',
    'roleLimits.onlyTasksApprovals': 'Only tasks and approvals are submitted',
    'roleLimits.scoresGivenMentor': 'Scores are given by the mentor or HR',
    'roleLimits.kindItemNo': 'This kind of item has no score',
    'roleLimits.askMentorHr': 'Ask the mentor or HR to do this',
    'lock.itemTitle': ["“",["title"],"”"],
    'lock.expression': ["Opens once this holds for the person: ",["expression"]],
    'lock.expressionNot': ["Opens once this is not so for the person: ",["expression"]],
    'lock.paused': 'The plan is paused. Opens when it resumes',
    'lock.stage': ["Opens when the stage ",["stage"]," begins"],
    'lock.stageOn': ["Opens with the stage ",["stage"]," on ",["day"]],
    'lock.order': ["This stage goes in order. Opens after ",["item"]],
    'lock.electives': ["Opens after ",["choose"]," of ",["items"]],
    'lock.on': ["Opens on ",["day"]],
    'lock.not': ["Opens once it is certain that ",["item"]," was not ",["result"]],
    'lock.scoreFrom': ["Opens with a score of ",["low"]," or more in ",["item"]],
    'lock.scoreBetween': ["Opens with a score of ",["low"]," to under ",["high"]," in ",["item"]],
    'lock.after.COMPLETED': ["Opens after you complete ",["item"]],
    'lock.after.PASSED': ["Opens after you pass ",["item"]],
    'lock.after.FAILED': ["Opens if ",["item"]," is failed"],
    'lock.after.SUBMITTED': ["Opens after you submit ",["item"]],
    'lock.after.APPROVED': ["Opens after ",["item"]," is approved"],
    'lock.after.REJECTED': ["Opens if ",["item"]," is rejected"],
    'lock.scored': ["scored ",["low"]," to ",["high"]],
    'lock.result.COMPLETED': 'completed',
    'lock.result.PASSED': 'passed',
    'lock.result.FAILED': 'failed',
    'lock.result.SUBMITTED': 'submitted',
    'lock.result.APPROVED': 'approved',
    'lock.result.REJECTED': 'rejected',
    'lock.PROMOTED': 'Opens after the promotion takes effect',
    'lock.FIRST_SIGN_IN': 'Opens after the first sign-in',
    'lock.opened': ["Opens after ",["item"]," opens"],
    'lock.due': ["Opens once ",["item"]," has a due date"],
    'lock.stageBegins': 'Opens when the stage begins',
    'day.ofYear': [["weekday"]," ",["day"]," ",["month"]],
    'day.withYear': [["weekday"]," ",["day"]," ",["month"]," ",["year"]],
    'day.at': [["date"],", ",["time"]],
    'weekday.0': 'Mon',
    'weekday.1': 'Tue',
    'weekday.2': 'Wed',
    'weekday.3': 'Thu',
    'weekday.4': 'Fri',
    'weekday.5': 'Sat',
    'weekday.6': 'Sun',
    'month.1': 'Jan',
    'month.2': 'Feb',
    'month.3': 'Mar',
    'month.4': 'Apr',
    'month.5': 'May',
    'month.6': 'Jun',
    'month.7': 'Jul',
    'month.8': 'Aug',
    'month.9': 'Sep',
    'month.10': 'Oct',
    'month.11': 'Nov',
    'month.12': 'Dec',
  },
});
export const { say, sayIn, says } = messages;

// Made from schema/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '../../words/index.js';

/** The messages, each with its arguments. */
export interface Messages {
  'reasons.notVersion': Record<never, never>;
  'reasons.completedPlan': Record<never, never>;
  'reasons.leftPlan': Record<never, never>;
  'reasons.endedBefore': { date: Said };
  'reasons.leftOut': Record<never, never>;
  'reasons.blockedByExperiment': Record<never, never>;
  'reasons.blockedBySubmission': { title: Said };
  'reasons.neverMoved': Record<never, never>;
  'reasons.alreadyBack': Record<never, never>;
  'reasons.movedOn': Record<never, never>;
  'reasons.tooLate': Record<never, never>;
  'reasons.workedOn': { titles: Said };
  'mapping.oldVersionNo': { from: Said };
  'mapping.mappedTwiceKeep': { from: Said };
  'mapping.newVersionNo': { from: Said };
  'mapping.newVersionNoItem': { to: Said };
  'mapping.bothBecomeItem': { other: Said; from: Said; to: Said };
  'mapping.differentKindsSo': { from: Said; to: Said };
  'change.total.ADDED': { title: Said; count: number };
  'change.total.PLANNED': { title: Said; count: number };
  'change.total.WAIVED': { title: Said; count: number };
  'change.total.CREDITED': { title: Said; count: number };
  'change.total.REOPENED': { count: number; title: Said };
  'change.total.FAILED': { title: Said; count: number };
  'change.total.RESTARTED': { count: number; title: Said };
  'change.total.SUBMITTED': { count: number; title: Said };
  'change.total.OPENS': { title: Said; count: number };
  'change.total.LOCKED': { title: Said; count: number };
  'change.total.APPLIES': { title: Said; count: number };
  'change.total.LAPSED': { title: Said; count: number };
  'change.total.REMOVED': { count: number; title: Said };
  'change.total.DUE_LATER': { count: number; title: Said };
  'change.total.DUE_EARLIER': { count: number; title: Said };
  'change.total.DUE_SET': { count: number; title: Said };
  'change.total.DUE_GONE': { count: number; title: Said };
  'change.total.OPENING': { count: number; title: Said };
  'change.total.STEPS': { count: number; title: Said };
  'change.total.OVERDUE': { title: Said; count: number };
  'change.total.CAUGHT_UP': { title: Said; count: number };
  'change.total.FINISHED': { count: number };
  'change.one.ADDED': { title: Said };
  'change.one.PLANNED': { title: Said };
  'change.one.WAIVED': { title: Said };
  'change.one.CREDITED': { title: Said };
  'change.one.REOPENED': { title: Said };
  'change.one.FAILED': { title: Said };
  'change.one.RESTARTED': { title: Said };
  'change.one.SUBMITTED': { title: Said };
  'change.one.OPENS': { title: Said };
  'change.one.LOCKED': { title: Said };
  'change.one.APPLIES': { title: Said };
  'change.one.LAPSED': { title: Said };
  'change.one.REMOVED': { title: Said };
  'change.one.DUE_LATER': { title: Said; before: Said; after: Said };
  'change.one.DUE_EARLIER': { title: Said; before: Said; after: Said };
  'change.one.DUE_SET': { title: Said; after: Said };
  'change.one.DUE_GONE': { title: Said; before: Said };
  'change.one.STEPS': { title: Said };
  'change.one.OVERDUE': { title: Said };
  'change.one.CAUGHT_UP': { title: Said };
  'change.one.FINISHED': Record<never, never>;
  'change.oneDue.ADDED': { title: Said; after: Said };
  'change.oneDue.PLANNED': { title: Said; after: Said };
  'change.opening.from': { title: Said; after: Said; before: Said };
  'change.opening.to': { title: Said; after: Said };
  'change.opening.unknownFrom': { title: Said; before: Said };
  'change.opening.unknown': { title: Said };
  'change.itemTitle': { title: Said };
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    'reasons.notVersion': '不在这个版本上',
    'reasons.completedPlan': '已完成培养计划',
    'reasons.leftPlan': '已退出培养计划',
    'reasons.endedBefore': ["培养计划已于 ",["date"]," 到期，结果归原版本"],
    'reasons.leftOut': '已取消勾选，留在原版本',
    'reasons.blockedByExperiment': '正在参加对照实验。实验结束后再迁移。',
    'reasons.blockedBySubmission': ["《",["title"],"》有待反馈的提交。先给出反馈，或改为沿用状态。"],
    'reasons.neverMoved': '没有参加这次迁移',
    'reasons.alreadyBack': '这次迁移已经撤销',
    'reasons.movedOn': '之后又迁移过一次。先撤销后面那次迁移。',
    'reasons.tooLate': '迁移已超过 92 天，不能再撤销',
    'reasons.workedOn': ["已在旧版本没有的项目上有进展：",["titles"]],
    'mapping.oldVersionNo': ["旧版本里没有「",["from"],"」。从映射里删掉这一行，或改成旧版本里的项目。"],
    'mapping.mappedTwiceKeep': ["「",["from"],"」映射了两次。只保留一行。"],
    'mapping.newVersionNo': ["「",["from"],"」在新版本里没有同名项目。选一个对应的项目，或改为仅保留历史。"],
    'mapping.newVersionNoItem': ["新版本里没有「",["to"],"」。选一个新版本里的项目。"],
    'mapping.bothBecomeItem': ["「",["other"],"」和「",["from"],"」都映射到「",["to"],"」。一个项目只能接一个旧项目，把其中一行改掉。"],
    'mapping.differentKindsSo': ["「",["from"],"」和「",["to"],"」类型不同，状态无法沿用。改为只带分数或重新开始。"],
    'change.total.ADDED': [["title"],"是新项目，对 ",["count"]," 人立即开放"],
    'change.total.PLANNED': [["title"],"是 ",["count"]," 人的新项目，之后开放"],
    'change.total.WAIVED': [["title"],"的时间已过，",["count"]," 人免除，并计为完成"],
    'change.total.CREDITED': [["title"],"对 ",["count"]," 人计为完成"],
    'change.total.REOPENED': [["count"]," 人已完成的",["title"],"重新打开"],
    'change.total.FAILED': [["title"],"对 ",["count"]," 人计为未通过"],
    'change.total.RESTARTED': [["count"]," 人已开始的",["title"],"从头再来"],
    'change.total.SUBMITTED': [["count"]," 人的",["title"],"进入待反馈"],
    'change.total.OPENS': [["title"],"对 ",["count"]," 人立即开放"],
    'change.total.LOCKED': [["title"],"对 ",["count"]," 人重新锁定"],
    'change.total.APPLIES': [["title"],"原来不适用于 ",["count"]," 人，现在适用"],
    'change.total.LAPSED': [["title"],"不再适用于 ",["count"]," 人"],
    'change.total.REMOVED': [["count"]," 人的计划里不再有",["title"],"，做过的保留在历史中"],
    'change.total.DUE_LATER': [["count"]," 人的",["title"],"截止时间推后"],
    'change.total.DUE_EARLIER': [["count"]," 人的",["title"],"截止时间提前"],
    'change.total.DUE_SET': [["count"]," 人的",["title"],"有了截止时间"],
    'change.total.DUE_GONE': [["count"]," 人的",["title"],"不再有截止时间"],
    'change.total.OPENING': [["count"]," 人的",["title"],"开放时间有变"],
    'change.total.STEPS': [["count"]," 人的",["title"],"步骤或步骤日期有变"],
    'change.total.OVERDUE': [["title"],"对 ",["count"]," 人立即逾期"],
    'change.total.CAUGHT_UP': [["title"],"对 ",["count"]," 人不再逾期"],
    'change.total.FINISHED': [["count"]," 人立即完成整个培养计划"],
    'change.one.ADDED': [["title"],"是新项目，立即开放"],
    'change.one.PLANNED': [["title"],"是新项目，之后开放"],
    'change.one.WAIVED': [["title"],"的时间已过，免除，并计为完成"],
    'change.one.CREDITED': [["title"],"计为完成"],
    'change.one.REOPENED': [["title"],"重新打开，需要再做一次"],
    'change.one.FAILED': [["title"],"计为未通过"],
    'change.one.RESTARTED': [["title"],"从头再来"],
    'change.one.SUBMITTED': [["title"],"进入待反馈"],
    'change.one.OPENS': [["title"],"立即开放"],
    'change.one.LOCKED': [["title"],"重新锁定"],
    'change.one.APPLIES': [["title"],"原来不适用，现在适用"],
    'change.one.LAPSED': [["title"],"不再适用"],
    'change.one.REMOVED': ["计划里不再有",["title"],"，做过的保留在历史中"],
    'change.one.DUE_LATER': [["title"],"的截止时间由",["before"],"改为",["after"]],
    'change.one.DUE_EARLIER': [["title"],"的截止时间由",["before"],"改为",["after"]],
    'change.one.DUE_SET': [["title"],"的截止时间为",["after"]],
    'change.one.DUE_GONE': [["title"],"不再有截止时间（原为",["before"],"）"],
    'change.one.STEPS': [["title"],"的步骤或步骤日期有变"],
    'change.one.OVERDUE': [["title"],"立即逾期"],
    'change.one.CAUGHT_UP': [["title"],"不再逾期"],
    'change.one.FINISHED': '立即完成整个培养计划',
    'change.oneDue.ADDED': [["title"],"是新项目，立即开放，",["after"],"截止"],
    'change.oneDue.PLANNED': [["title"],"是新项目，之后开放，",["after"],"截止"],
    'change.opening.from': [["title"],"改为",["after"],"开放（原为",["before"],"）"],
    'change.opening.to': [["title"],"改为",["after"],"开放"],
    'change.opening.unknownFrom': [["title"],"要等其他事项发生后开放（原为",["before"],"）"],
    'change.opening.unknown': [["title"],"要等其他事项发生后开放"],
    'change.itemTitle': ["《",["title"],"》"],
  },
  en: {
    'reasons.notVersion': 'Is not on this version',
    'reasons.completedPlan': 'Has completed the plan',
    'reasons.leftPlan': 'Has left the plan',
    'reasons.endedBefore': ["Their plan ended on ",["date"],"; their results belong to the version they went through"],
    'reasons.leftOut': 'Unticked; stays on the version',
    'reasons.blockedByExperiment': 'Takes part in a running experiment. Move this person when it has ended.',
    'reasons.blockedBySubmission': ["“",["title"],"” has a submission waiting for feedback. Review it first, or carry its state."],
    'reasons.neverMoved': 'Was not moved by this migration',
    'reasons.alreadyBack': 'This migration was undone already',
    'reasons.movedOn': 'Was moved again since. Undo the later migration first.',
    'reasons.tooLate': 'The migration is more than 92 days old and can no longer be undone',
    'reasons.workedOn': ["Has worked on what the old version lacks: ",["titles"]],
    'mapping.oldVersionNo': ["The old version has no item “",["from"],"”. Remove this line or name an item of the old version."],
    'mapping.mappedTwiceKeep': ["“",["from"],"” is mapped twice. Keep one of the lines."],
    'mapping.newVersionNo': ["The new version has no item “",["from"],"”. Choose the item it becomes, or keep it as history only."],
    'mapping.newVersionNoItem': ["The new version has no item “",["to"],"”. Choose an item of the new version."],
    'mapping.bothBecomeItem': ["“",["other"],"” and “",["from"],"” both become “",["to"],"”. An item continues one old item only; change one of the lines."],
    'mapping.differentKindsSo': ["“",["from"],"” and “",["to"],"” are of different kinds, so the state cannot be carried over. Carry the score only, or start over."],
    'change.total.ADDED': [["title"]," is new and opens at once for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.PLANNED': [["title"]," is new for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]," and opens later"],
    'change.total.WAIVED': [["title"]," is waived for ",["count",2,{"one":"1 person","other":[["count"]," people"]}],": its time has passed. They do not have to do it, and it counts as done"],
    'change.total.CREDITED': [["title"]," counts as done for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.REOPENED': [["title"]," is reopened for ",["count",2,{"one":"1 person","other":[["count"]," people"]}],", who had finished it"],
    'change.total.FAILED': [["title"]," counts as not passed for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.RESTARTED': [["title"]," starts over for ",["count",2,{"one":"1 person","other":[["count"]," people"]}],", who had begun it"],
    'change.total.SUBMITTED': [["title"]," goes to review for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.OPENS': [["title"]," opens at once for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.LOCKED': [["title"]," is locked again for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.APPLIES': [["title"]," did not apply to ",["count",2,{"one":"1 person","other":[["count"]," people"]}]," and now does"],
    'change.total.LAPSED': [["title"]," no longer applies to ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.REMOVED': [["title"]," leaves the plan of ",["count",2,{"one":"1 person","other":[["count"]," people"]}],"; what they did stays in their history"],
    'change.total.DUE_LATER': [["title"]," is due later for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.DUE_EARLIER': [["title"]," is due earlier for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.DUE_SET': [["title"]," gets a due date for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.DUE_GONE': [["title"]," no longer has a due date for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.OPENING': [["title"]," opens on another date for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.STEPS': [["title"]," has other steps or step dates for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.OVERDUE': [["title"]," is overdue at once for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.CAUGHT_UP': [["title"]," is no longer overdue for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.total.FINISHED': ["The plan is finished at once for ",["count",2,{"one":"1 person","other":[["count"]," people"]}]],
    'change.one.ADDED': [["title"]," is new and opens at once"],
    'change.one.PLANNED': [["title"]," is new and opens later"],
    'change.one.WAIVED': [["title"]," is waived: its time has passed. It counts as done"],
    'change.one.CREDITED': [["title"]," counts as done"],
    'change.one.REOPENED': [["title"]," is reopened and has to be done again"],
    'change.one.FAILED': [["title"]," counts as not passed"],
    'change.one.RESTARTED': [["title"]," starts over"],
    'change.one.SUBMITTED': [["title"]," goes to review"],
    'change.one.OPENS': [["title"]," opens at once"],
    'change.one.LOCKED': [["title"]," is locked again"],
    'change.one.APPLIES': [["title"]," did not apply and now does"],
    'change.one.LAPSED': [["title"]," no longer applies"],
    'change.one.REMOVED': [["title"]," leaves the plan; what was done stays in the history"],
    'change.one.DUE_LATER': [["title"]," is due ",["after"]," instead of ",["before"]],
    'change.one.DUE_EARLIER': [["title"]," is due ",["after"]," instead of ",["before"]],
    'change.one.DUE_SET': [["title"]," is now due ",["after"]],
    'change.one.DUE_GONE': [["title"]," is no longer due ",["before"]],
    'change.one.STEPS': [["title"]," has other steps or step dates"],
    'change.one.OVERDUE': [["title"]," is overdue at once"],
    'change.one.CAUGHT_UP': [["title"]," is no longer overdue"],
    'change.one.FINISHED': 'The plan is finished at once',
    'change.oneDue.ADDED': [["title"]," is new and opens at once, due ",["after"]],
    'change.oneDue.PLANNED': [["title"]," is new and opens later, due ",["after"]],
    'change.opening.from': [["title"]," opens ",["after"]," instead of ",["before"]],
    'change.opening.to': [["title"]," opens ",["after"]],
    'change.opening.unknownFrom': [["title"]," opens when something else has happened instead of ",["before"]],
    'change.opening.unknown': [["title"]," opens when something else has happened"],
    'change.itemTitle': ["“",["title"],"”"],
  },
});
export const { say, sayIn, says } = messages;

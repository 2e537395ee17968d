// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  noSuchChannel: Record<never, never>;
  inboxStays: Record<never, never>;
  noSuchContribution: Record<never, never>;
  notInSandbox: Record<never, never>;
  badTime: Record<never, never>;
  noSlots: Record<never, never>;
  badBudget: Record<never, never>;
  reasonMissing: Record<never, never>;
  notPlanned: Record<never, never>;
  'reasons.notneeded': Record<never, never>;
  'reasons.personinactive': Record<never, never>;
  'reasons.toldbefore': Record<never, never>;
  'reasons.cancelledbyperson': Record<never, never>;
  'reasons.superseded': Record<never, never>;
  'reasons.missed': Record<never, never>;
  'reasons.stale': Record<never, never>;
  'reasons.budget': Record<never, never>;
  'reasons.unreachable': Record<never, never>;
  'reasons.rejected': Record<never, never>;
  'reasons.gaveup': Record<never, never>;
  'reasons.undecided': Record<never, never>;
  'messageTexts.moreLine': { n: Said };
  'messageTexts.sameAgain': { n: Said };
  'messageTexts.ownHeading': Record<never, never>;
  'messageTexts.titleWithMore': { title: Said; more: Said };
  'messageTexts.peopleTitle': { people: Said; n: Said };
  'organisation.deputyTitle': { name: Said };
  'organisation.deputyText': { name: Said };
  'organisation.handedOverTitle': { name: Said; people: number };
  'organisation.handedOverText': { name: Said };
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    noSuchChannel: '从 chat、email、sms、todo、inbox 中选择。',
    inboxStays: '站内信始终是站内信，选择其他渠道。',
    noSuchContribution: '该集成没有这个渠道，选择它提供的渠道。',
    notInSandbox: '沙盒不会真正发送，在正式工作区中设置。',
    badTime: '时间写成 09:00 的形式。',
    noSlots: '填写 1–6 个不同的时间，避开免打扰时段。',
    badBudget: '每天消息数为 1–50 条。',
    reasonMissing: '填写原因，最多 500 字。',
    notPlanned: '该提醒已不在计划中，无需取消。',
    'reasons.notneeded': '到发送时已经不需要提醒',
    'reasons.personinactive': '学员已离开计划或计划已暂停',
    'reasons.toldbefore': '建沙盒之前已在正式工作区发出',
    'reasons.cancelledbyperson': '已被人取消',
    'reasons.superseded': '系统中断期间错过，只补发最近一条',
    'reasons.missed': '系统中断期间错过，这条规则不补发',
    'reasons.stale': '到能发送时已经过时',
    'reasons.budget': '当天消息已达上限，之后已经过时',
    'reasons.unreachable': '没有可用的渠道或地址',
    'reasons.rejected': '渠道拒收',
    'reasons.gaveup': '多次重试仍未送出',
    'reasons.undecided': '发送途中断线，无法确定是否送达',
    'messageTexts.moreLine': ["另有 ",["n"]," 条，打开查看全部。"],
    'messageTexts.sameAgain': ["今天第 ",["n"]," 次提醒。"],
    'messageTexts.ownHeading': '你自己的',
    'messageTexts.titleWithMore': [["title"],"，另有 ",["more"]," 条"],
    'messageTexts.peopleTitle': [["people"]," 位学员，",["n"]," 条提醒"],
    'organisation.deputyTitle': ["你正在代理",["name"]],
    'organisation.deputyText': ["你现在可以看到",["name"],"所带的学员，并为其提交内容给出反馈。代理截止日期见“反馈”页面。"],
    'organisation.handedOverTitle': ["你从",["name"],"接手了 ",["people"]," 人"],
    'organisation.handedOverText': [["name"],"已离职，待反馈的提交内容现由你处理。"],
  },
  en: {
    noSuchChannel: 'Choose one of chat, email, sms, todo and inbox.',
    inboxStays: 'The inbox cannot be redirected. Choose another channel.',
    noSuchContribution: 'This integration has no such channel. Choose one that it offers.',
    notInSandbox: 'A sandbox sends nothing. Set this in the live workspace.',
    badTime: 'Write the time as 09:00.',
    noSlots: 'Give one to six different times of day, outside the quiet hours.',
    badBudget: 'Choose between 1 and 50 messages a day.',
    reasonMissing: 'Give a reason of up to 500 characters.',
    notPlanned: 'It is no longer planned, so there is nothing to cancel.',
    'reasons.notneeded': 'It was no longer needed when it was due',
    'reasons.personinactive': 'The person has left the plan, or it is paused',
    'reasons.toldbefore': 'It was sent in the live workspace before the sandbox was made',
    'reasons.cancelledbyperson': 'Somebody cancelled it',
    'reasons.superseded': 'Missed in an outage; only the latest was sent',
    'reasons.missed': 'Missed in an outage; this rule does not catch up',
    'reasons.stale': 'It was out of date before it could be sent',
    'reasons.budget': 'The day’s messages were used up, and later it was out of date',
    'reasons.unreachable': 'No channel or address reaches the person',
    'reasons.rejected': 'The channel refused it',
    'reasons.gaveup': 'It could not be sent in many attempts',
    'reasons.undecided': 'Cut while sending; nobody can tell whether it arrived',
    'messageTexts.moreLine': [["n"]," more. Open Planwright to see all."],
    'messageTexts.sameAgain': ["Reminder ",["n"]," today."],
    'messageTexts.ownHeading': 'Your own',
    'messageTexts.titleWithMore': [["title"],", and ",["more"]," more"],
    'messageTexts.peopleTitle': [["n"]," reminders about ",["people"]," people"],
    'organisation.deputyTitle': ["You stand in for ",["name"]],
    'organisation.deputyText': ["You now see the people ",["name"]," mentors and review what they hand in. The reviews page says until when."],
    'organisation.handedOverTitle': ["You take over ",["people",2,{"one":"1 person","other":[["people"]," people"]}]," from ",["name"]],
    'organisation.handedOverText': [["name"]," has left. What waits for review is with you now."],
  },
});
export const { say, sayIn, says } = messages;

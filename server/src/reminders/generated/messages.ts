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
  'letters.INVITATION.title': { company: Said };
  'letters.INVITATION.text': { company: Said; until: Said };
  'letters.RESET.title': Record<never, never>;
  'letters.RESET.text': { company: Said; until: Said };
  'letters.PASSWORD_CHANGED.title': Record<never, never>;
  'letters.PASSWORD_CHANGED.text': { company: Said; at: Said };
  'letters.ADDRESS_CHANGED.title': Record<never, never>;
  'letters.ADDRESS_CHANGED.text': { at: Said; company: Said };
  'letters.SECOND_FACTOR_CHANGED.title': Record<never, never>;
  'letters.SECOND_FACTOR_CHANGED.text': { company: Said; at: Said };
  'letters.PROVIDER_LINKED.title': Record<never, never>;
  'letters.PROVIDER_LINKED.text': { at: Said; company: Said };
  'letters.EMERGENCY_SIGN_IN.title': Record<never, never>;
  'letters.EMERGENCY_SIGN_IN.text': { at: Said; company: Said };
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
    'letters.INVITATION.title': [["company"]," 邀请你使用 Planwright"],
    'letters.INVITATION.text': [["company"]," 已为你开通 Planwright 账号，你的培养计划就在那里。打开链接设置密码。链接仅供本人使用一次，",["until"]," 前有效。"],
    'letters.RESET.title': '设置新的 Planwright 密码',
    'letters.RESET.text': ["有人为你在 ",["company"]," 的账号申请了新密码。打开链接设置密码。链接只能使用一次，",["until"]," 前有效。如果不是你本人操作，不必理会，密码不会改变。"],
    'letters.PASSWORD_CHANGED.title': '你的 Planwright 密码已更改',
    'letters.PASSWORD_CHANGED.text': ["你在 ",["company"]," 的账号已于 ",["at"]," 更改密码。如果不是你本人操作，立即联系 HR 或管理员。"],
    'letters.ADDRESS_CHANGED.title': '你的 Planwright 账号已更换邮箱',
    'letters.ADDRESS_CHANGED.text': ["自 ",["at"]," 起，你在 ",["company"]," 的账号不再使用这个邮箱登录。如果你不知情，立即联系 HR 或管理员。"],
    'letters.SECOND_FACTOR_CHANGED.title': '你的 Planwright 账号两步验证有变动',
    'letters.SECOND_FACTOR_CHANGED.text': ["你在 ",["company"]," 的账号于 ",["at"]," 开启或关闭了两步验证。如果不是你本人操作，立即联系 HR 或管理员。"],
    'letters.PROVIDER_LINKED.title': '你的 Planwright 账号已关联公司账号',
    'letters.PROVIDER_LINKED.text': ["自 ",["at"]," 起，你可以用公司账号登录 ",["company"],"。如果不是你本人操作，立即联系 HR 或管理员。"],
    'letters.EMERGENCY_SIGN_IN.title': '有人用应急账号登录了 Planwright',
    'letters.EMERGENCY_SIGN_IN.text': [["at"]," 有人用密码登录了 ",["company"],"，而大家本应使用公司账号。如果不是你本人操作，立即结束该会话。"],
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
    'letters.INVITATION.title': ["Your Planwright account at ",["company"]],
    'letters.INVITATION.text': [["company"]," has set up an account for you in Planwright, where your development plan is. Open the link to choose a password. It works once, until ",["until"],", and is for you alone."],
    'letters.RESET.title': 'Choose a new Planwright password',
    'letters.RESET.text': ["Somebody asked for a new password for your account at ",["company"],". Open the link to choose one. It works once, until ",["until"],". If it was not you, do nothing: your password stays as it is."],
    'letters.PASSWORD_CHANGED.title': 'Your Planwright password was changed',
    'letters.PASSWORD_CHANGED.text': ["The password of your account at ",["company"]," was changed at ",["at"],". If it was not you, tell HR or your administrator at once."],
    'letters.ADDRESS_CHANGED.title': 'Your Planwright account has another e-mail address',
    'letters.ADDRESS_CHANGED.text': ["Since ",["at"]," your account at ",["company"]," no longer uses this address to sign in. If you know nothing of it, tell HR or your administrator at once."],
    'letters.SECOND_FACTOR_CHANGED.title': 'The second factor of your Planwright account was changed',
    'letters.SECOND_FACTOR_CHANGED.text': ["Signing in to your account at ",["company"]," was changed at ",["at"],": a second factor was set up or removed. If it was not you, tell HR or your administrator at once."],
    'letters.PROVIDER_LINKED.title': 'Your Planwright account was linked to your company account',
    'letters.PROVIDER_LINKED.text': ["Since ",["at"]," you can sign in to ",["company"]," with your company account. If it was not you, tell HR or your administrator at once."],
    'letters.EMERGENCY_SIGN_IN.title': 'Somebody signed in to Planwright with the emergency account',
    'letters.EMERGENCY_SIGN_IN.text': ["At ",["at"]," somebody signed in to ",["company"]," with a password, although everybody is to use the company account. If it was not you, end the session at once."],
  },
});
export const { say, sayIn, says } = messages;

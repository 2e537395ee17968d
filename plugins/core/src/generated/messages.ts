// Made from plugins/core/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/plugin-sdk';

/** The messages, each with its arguments. */
export interface Messages {
  coreRules: Record<never, never>;
  reminderRulesScorers: Record<never, never>;
  'fields.SKIP': Record<never, never>;
  'fields.NEXT': Record<never, never>;
  'fields.PREVIOUS': Record<never, never>;
  'fields.dayOff': Record<never, never>;
  'fields.workingDayCalendar': Record<never, never>;
  'fields.time': Record<never, never>;
  'fields.timeZoneLearner': Record<never, never>;
  'fields.DAY': Record<never, never>;
  'fields.WORKDAY': Record<never, never>;
  'fields.daysCounted': Record<never, never>;
  'beforeDue.days': Record<never, never>;
  'beforeDue.n0DayItself': Record<never, never>;
  'beforeDue.beforeDue': Record<never, never>;
  'beforeDue.provisional': Record<never, never>;
  'beforeDue.dueDate': Record<never, never>;
  'beforeDue.movedFromDay': { countedTo: Said; day: Said };
  'beforeDue.timeHadPassed': Record<never, never>;
  'beforeDue.calendarNotPublished': Record<never, never>;
  'beforeDue.about': { name: Said; moment: Said; open: Said; left: number };
  'beforeDue.aboutToday': { name: Said; moment: Said; open: Said };
  'beforeDue.daysBefore': { days: number };
  'beforeDue.workdaysBefore': { days: number };
  'dayOne.holidays': Record<never, never>;
  'dayOne.dayAllSame': Record<never, never>;
  'dayOne.nextWorkingDay': Record<never, never>;
  'dayOne.wholeListDay': Record<never, never>;
  'dayOne.planBeginsItem': { title: Said; count: number };
  'dayOne.elective': Record<never, never>;
  'dayOne.optional': Record<never, never>;
  'dayOne.planBeganBefore': { startsOn: Said; count: number };
  'dayOne.movedFromDay': { startsOn: Said; day: Said };
  'dayOne.wholeListFirst': { moved: Said; count: number };
  'deadline.deadlineWords': { name: Said; part: Said };
  'feedbackDue.hoursBefore': Record<never, never>;
  'feedbackDue.n0NoReminder': Record<never, never>;
  'feedbackDue.whenBreached': Record<never, never>;
  'feedbackDue.feedbackDue': Record<never, never>;
  'feedbackDue.clockOf': { hours: number };
  'feedbackDue.attempt': { attempt: Said };
  'feedbackDue.aboutWaiting': { name: Said; which: Said; moment: Said };
  'feedbackDue.aboutBreach': { name: Said; moment: Said };
  'feedbackDue.rule': { hours: number };
  'feedbackDue.liesOutsideWorking': { rule: Said };
  'feedbackDue.liesOutsideWorkingHours': { rule: Said };
  'monthAhead.workday': Record<never, never>;
  'monthAhead.n1LastWorking': Record<never, never>;
  'monthAhead.monthAhead': Record<never, never>;
  'monthAhead.monthsOf': { workday: Said; count: Said };
  'monthAhead.heading': { name: Said; count: number };
  'overdue.learnerAfter': Record<never, never>;
  'overdue.mentorAfter': Record<never, never>;
  'overdue.superiorAfter': Record<never, never>;
  'overdue.hrAfter': Record<never, never>;
  'overdue.overdueEscalation': Record<never, never>;
  'overdue.overdueDueFinish': { name: Said; days: number; moment: Said };
  'overdue.stillOpenAfter': { name: Said; days: number; moment: Said };
  'overdue.beenOverdueSince': { name: Said; days: number; moment: Said };
  'overdue.stayedOpenThrough': { name: Said; days: number; moment: Said };
  'overdue.LEARNER': Record<never, never>;
  'overdue.MENTOR': Record<never, never>;
  'overdue.SUPERIOR': Record<never, never>;
  'overdue.countedFromWhen': Record<never, never>;
  'overdue.thereNoMentor': Record<never, never>;
  'overdue.whyRung': { days: Said; who: Said; from: Said; instead: Said };
  'overdue.days': { after: number };
  'overdue.workdays': { after: number };
  'overdue.HR': Record<never, never>;
  'overdue.never': Record<never, never>;
  'stageOpened.firstDay': Record<never, never>;
  'stageOpened.notNeededBeside': Record<never, never>;
  'stageOpened.stageOpens': Record<never, never>;
  'stageOpened.heading': { name: Said; count: number };
  'stageOpened.told': { told: Said };
  'stageOpened.whyStage': { opened: Said; moved: Said; count: number };
  'weekly.weekday': Record<never, never>;
  'weekly.weekAhead': Record<never, never>;
  'weekly.heading': { count: number };
  'weekly.overdueMadeUp': { count: Said };
  'weekly.whyWeek': { name: Said; at: Said; moved: Said; due: Said; late: Said };
  'weekly.movedLater': { day: Said; announced: Said };
  'weekly.movedEarlier': { day: Said; announced: Said };
  'bestAttempt.first': Record<never, never>;
  'bestAttempt.n0AllThem': Record<never, never>;
  'bestAttempt.lessEachTime': Record<never, never>;
  'bestAttempt.fromSecondAttempt': Record<never, never>;
  'bestAttempt.bestAttempt': Record<never, never>;
  'bestAttempt.off': { less: Said };
  'bestAttempt.attemptBest': { count: Said; attempt: Said; score: Said; off: Said };
  'passMark.passMark': Record<never, never>;
  'passMark.whereThereNone': Record<never, never>;
  'passMark.passedNot': Record<never, never>;
  'passMark.attemptAbove': { attempt: Said; score: Said; mark: Said };
  'passMark.bestBelow': { score: Said; mark: Said };
  'rubric.key': Record<never, never>;
  'rubric.title': Record<never, never>;
  'rubric.weight': Record<never, never>;
  'rubric.criteria': Record<never, never>;
  'rubric.reviewerGivesEach': Record<never, never>;
  'rubric.rubric': Record<never, never>;
  'rubric.scoreOf': { name: Said; score: Said; weight: Said };
  'weighted.LEAVE_OUT': Record<never, never>;
  'weighted.ZERO': Record<never, never>;
  'weighted.weights': Record<never, never>;
  'weighted.keysItemsTheir': Record<never, never>;
  'weighted.unscored': Record<never, never>;
  'weighted.weightedMean': Record<never, never>;
  'weighted.weight': { score: Said; weight: Said };
  'weighted.noScore': { weight: Said };
  'weekdayName.0': Record<never, never>;
  'weekdayName.1': Record<never, never>;
  'weekdayName.2': Record<never, never>;
  'weekdayName.3': Record<never, never>;
  'weekdayName.4': Record<never, never>;
  'weekdayName.5': Record<never, never>;
  'weekdayName.6': Record<never, never>;
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
  'inWords.date': { month: Said; day: Said; weekday: Said };
  'inWords.moment': { date: Said; time: Said };
  'inWords.monthOf': { year: Said; month: Said };
  'inWords.item': { title: Said };
  'inWords.part': { title: Said };
  'inWords.due': { moment: Said };
  'inWords.dueProvisional': { moment: Said };
  'inWords.sentence': { text: Said };
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    coreRules: '基础规则',
    reminderRulesScorers: '每个计划都能用的提醒规则和评分方式。',
    'fields.SKIP': '不提醒',
    'fields.NEXT': '推迟到下一个工作日',
    'fields.PREVIOUS': '提前到前一个工作日',
    'fields.dayOff': '遇到休息日',
    'fields.workingDayCalendar': '周末和节假日按计划的工作日历，调休上班日算工作日。',
    'fields.time': '提醒时间',
    'fields.timeZoneLearner': '学员所在时区的时间。',
    'fields.DAY': '自然日',
    'fields.WORKDAY': '工作日',
    'fields.daysCounted': '按什么天数算',
    'beforeDue.days': '提前几天',
    'beforeDue.n0DayItself': '0 = 截止当天。',
    'beforeDue.beforeDue': '截止前提醒',
    'beforeDue.provisional': '（暂定）',
    'beforeDue.dueDate': '截止当天提醒',
    'beforeDue.movedFromDay': ["，",["countedTo"]," 休息，改到 ",["day"]],
    'beforeDue.timeHadPassed': '；那个时间已过，立即提醒',
    'beforeDue.calendarNotPublished': '；工作日历还没公布，按周一至周五推算',
    'beforeDue.about': [["name"],"将于 ",["moment"]," 截止",["open"],"，还有 ",["left"]," 天。"],
    'beforeDue.aboutToday': [["name"],"将于 ",["moment"]," 截止",["open"],"，就在今天。"],
    'beforeDue.daysBefore': ["截止前 ",["days"]," 天提醒"],
    'beforeDue.workdaysBefore': ["截止前 ",["days"]," 个工作日提醒"],
    'dayOne.holidays': '第一天是休息日时',
    'dayOne.dayAllSame': '当天提醒',
    'dayOne.nextWorkingDay': '推迟到下一个工作日',
    'dayOne.wholeListDay': '第一天的完整清单',
    'dayOne.planBeginsItem': ["培养计划",["title"],"开始了，共 ",["count"]," 项："],
    'dayOne.elective': '（选修）',
    'dayOne.optional': '（可选）',
    'dayOne.planBeganBefore': [["startsOn"]," 开始的计划，加入时已过提醒时间，加入后立即发送：共 ",["count"]," 项。"],
    'dayOne.movedFromDay': ["，",["startsOn"]," 休息，推迟到 ",["day"]],
    'dayOne.wholeListFirst': ["计划第一天的完整清单",["moved"],"：共 ",["count"]," 项。"],
    'deadline.deadlineWords': [["name"],"的",["part"]],
    'feedbackDue.hoursBefore': '提前几小时',
    'feedbackDue.n0NoReminder': '0 = 不提前提醒。',
    'feedbackDue.whenBreached': '超过时限时再提醒',
    'feedbackDue.feedbackDue': '反馈时限',
    'feedbackDue.clockOf': ["提交后 ",["hours"]," 小时内要反馈，已过时限。"],
    'feedbackDue.attempt': ["的第 ",["attempt"]," 次提交"],
    'feedbackDue.aboutWaiting': [["name"],["which"],"在等反馈，",["moment"]," 前给出。"],
    'feedbackDue.aboutBreach': [["name"],"的反馈时限已过（",["moment"],"），提交还没有人看。今天给出反馈。"],
    'feedbackDue.rule': ["反馈时限前 ",["hours"]," 小时提醒"],
    'feedbackDue.liesOutsideWorking': [["rule"],"；那个时间不在工作时间，提交后立即提醒。"],
    'feedbackDue.liesOutsideWorkingHours': [["rule"],"；那个时间不在工作时间，换到最近的工作时间。"],
    'monthAhead.workday': '倒数第几个工作日',
    'monthAhead.n1LastWorking': '1 = 当月最后一个工作日。',
    'monthAhead.monthAhead': '下月安排',
    'monthAhead.monthsOf': ["每月倒数第 ",["workday"]," 个工作日提醒：下月截止 ",["count"]," 项。"],
    'monthAhead.heading': [["name"],"要完成 ",["count"]," 项："],
    'overdue.learnerAfter': '逾期几天后提醒学员',
    'overdue.mentorAfter': '逾期几天后提醒导师',
    'overdue.superiorAfter': '逾期几天后提醒上级',
    'overdue.hrAfter': '逾期几天后提醒 HR',
    'overdue.overdueEscalation': '逾期升级',
    'overdue.overdueDueFinish': [["name"],"已逾期 ",["days"]," 天，原定 ",["moment"]," 截止。尽快完成；有困难就和导师商量新的时间。"],
    'overdue.stillOpenAfter': [["name"],"逾期 ",["days"]," 天还没完成，原定 ",["moment"]," 截止。和学员聊聊卡在哪里，需要时让 HR 调整截止时间。"],
    'overdue.beenOverdueSince': [["name"],"逾期 ",["days"]," 天仍未完成，原定 ",["moment"]," 截止，已提醒过学员和导师。看看工作安排能不能腾出时间。"],
    'overdue.stayedOpenThrough': [["name"],"逾期 ",["days"]," 天，原定 ",["moment"]," 截止，逐级提醒后仍未完成。决定延期、免除还是更换导师。"],
    'overdue.LEARNER': '学员',
    'overdue.MENTOR': '导师',
    'overdue.SUPERIOR': '上级',
    'overdue.countedFromWhen': '（从重新轮到学员时起算）',
    'overdue.thereNoMentor': '；没有导师，改由 HR 处理',
    'overdue.whyRung': ["逾期 ",["days"],"后提醒",["who"],["from"],["instead"],"。"],
    'overdue.days': [["after"]," 天"],
    'overdue.workdays': [["after"]," 个工作日"],
    'overdue.HR': 'HR',
    'overdue.never': '0 = 不提醒。',
    'stageOpened.firstDay': '第一天开放的阶段也提醒',
    'stageOpened.notNeededBeside': '第一天已有完整清单时不用打开。',
    'stageOpened.stageOpens': '阶段开放',
    'stageOpened.heading': ["阶段",["name"],"开放了，共 ",["count"]," 项："],
    'stageOpened.told': ["，改到 ",["told"]],
    'stageOpened.whyStage': ["阶段于 ",["opened"]," 开放",["moved"],"，还有 ",["count"]," 项要做。"],
    'weekly.weekday': '每周几',
    'weekly.weekAhead': '每周安排',
    'weekly.heading': ["本周要完成 ",["count"]," 项："],
    'weekly.overdueMadeUp': ["已逾期 ",["count"]," 项，尽快补上："],
    'weekly.whyWeek': ["每",["name"]," ",["at"]," 提醒",["moved"],"：7 天内截止 ",["due"]," 项，逾期 ",["late"]," 项。"],
    'weekly.movedLater': ["，",["day"]," 休息，推迟到 ",["announced"]],
    'weekly.movedEarlier': ["，",["day"]," 休息，提前到 ",["announced"]],
    'bestAttempt.first': '只算前几次',
    'bestAttempt.n0AllThem': '0 = 每次都算。',
    'bestAttempt.lessEachTime': '每多一次扣几分',
    'bestAttempt.fromSecondAttempt': '第二次起每次多扣，最低 0 分。',
    'bestAttempt.bestAttempt': '取最好成绩',
    'bestAttempt.off': ["，扣 ",["less"]," 分"],
    'bestAttempt.attemptBest': [["count"]," 次中最好的是第 ",["attempt"]," 次：",["score"]," 分",["off"]],
    'passMark.passMark': '及格线',
    'passMark.whereThereNone': '不填就用条目自己的及格线，条目也没有时是 60。',
    'passMark.passedNot': '是否及格',
    'passMark.attemptAbove': ["第 ",["attempt"]," 次 ",["score"]," 分，达到及格线 ",["mark"]],
    'passMark.bestBelow': ["最高 ",["score"]," 分，未达到及格线 ",["mark"]],
    'rubric.key': '标识',
    'rubric.title': '名称',
    'rubric.weight': '权重',
    'rubric.criteria': '评分项',
    'rubric.reviewerGivesEach': '评审人给每一项打 0–100 分，按权重合成。',
    'rubric.rubric': '评分表',
    'rubric.scoreOf': [["name"],"：",["score"]," 分 × 权重 ",["weight"]],
    'weighted.LEAVE_OUT': '先不计入',
    'weighted.ZERO': '按 0 分计',
    'weighted.weights': '各项的权重',
    'weighted.keysItemsTheir': '条目的标识和它的权重，不用凑成 100。',
    'weighted.unscored': '还没有分数的条目',
    'weighted.weightedMean': '加权平均',
    'weighted.weight': [["score"]," 分 × 权重 ",["weight"]],
    'weighted.noScore': ["还没有分数，按 0 分 × 权重 ",["weight"]," 计"],
    'weekdayName.0': '周一',
    'weekdayName.1': '周二',
    'weekdayName.2': '周三',
    'weekdayName.3': '周四',
    'weekdayName.4': '周五',
    'weekdayName.5': '周六',
    'weekdayName.6': '周日',
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
    'inWords.date': [["month"],"月",["day"],"日（",["weekday"],"）"],
    'inWords.moment': [["date"],["time"]],
    'inWords.monthOf': [["year"],"年",["month"],"月"],
    'inWords.item': ["《",["title"],"》"],
    'inWords.part': ["「",["title"],"」"],
    'inWords.due': ["：",["moment"]," 截止"],
    'inWords.dueProvisional': ["：",["moment"]," 截止（暂定）"],
    'inWords.sentence': [["text"],"。"],
  },
  en: {
    coreRules: 'Core rules',
    reminderRulesScorers: 'The reminder rules and scorers that every plan can use.',
    'fields.SKIP': 'No reminder',
    'fields.NEXT': 'The next working day',
    'fields.PREVIOUS': 'The working day before',
    'fields.dayOff': 'On a day off',
    'fields.workingDayCalendar': 'By the working-day calendar of the plan; weekend days that are worked count as working days.',
    'fields.time': 'Time',
    'fields.timeZoneLearner': 'In the time zone of the learner.',
    'fields.DAY': 'Calendar days',
    'fields.WORKDAY': 'Working days',
    'fields.daysCounted': 'Days counted',
    'beforeDue.days': 'Days before',
    'beforeDue.n0DayItself': '0 = on the day itself.',
    'beforeDue.beforeDue': 'Before it is due',
    'beforeDue.provisional': ' (provisional)',
    'beforeDue.dueDate': 'On the due date',
    'beforeDue.movedFromDay': [", moved from ",["countedTo"],", a day off, to ",["day"]],
    'beforeDue.timeHadPassed': '; that time had passed when the work came in hand, so at once',
    'beforeDue.calendarNotPublished': '; the calendar is not published, so Monday to Friday were counted',
    'beforeDue.about': [["name"]," is due on ",["moment"],["open"],", in ",["left",2,{"one":[["left"]," day"],"other":[["left"]," days"]}],"."],
    'beforeDue.aboutToday': [["name"]," is due on ",["moment"],["open"],", today."],
    'beforeDue.daysBefore': [["days",2,{"one":[["days"]," day"],"other":[["days"]," days"]}]," before the due date"],
    'beforeDue.workdaysBefore': [["days",2,{"one":[["days"]," working day"],"other":[["days"]," working days"]}]," before the due date"],
    'dayOne.holidays': 'When the first day is a day off',
    'dayOne.dayAllSame': 'On that day all the same',
    'dayOne.nextWorkingDay': 'The next working day',
    'dayOne.wholeListDay': 'The whole list on day one',
    'dayOne.planBeginsItem': ["The plan ",["title"]," begins, ",["count",2,{"one":[["count"]," item"],"other":[["count"]," items"]}]," in all:"],
    'dayOne.elective': ' (elective)',
    'dayOne.optional': ' (optional)',
    'dayOne.planBeganBefore': ["The plan began on ",["startsOn"],", before the enrolment, so the list comes at once: ",["count",2,{"one":[["count"]," item"],"other":[["count"]," items"]}],"."],
    'dayOne.movedFromDay': [", moved from ",["startsOn"],", a day off, to ",["day"]],
    'dayOne.wholeListFirst': ["The whole list on the first day",["moved"],": ",["count",2,{"one":[["count"]," item"],"other":[["count"]," items"]}],"."],
    'deadline.deadlineWords': [["part"]," of ",["name"]],
    'feedbackDue.hoursBefore': 'Hours before',
    'feedbackDue.n0NoReminder': '0 = no reminder before.',
    'feedbackDue.whenBreached': 'Once more when the time has passed',
    'feedbackDue.feedbackDue': 'Feedback due',
    'feedbackDue.clockOf': ["Feedback was owed within ",["hours",2,{"one":[["hours"]," hour"],"other":[["hours"]," hours"]}]," of the submission, and that has passed."],
    'feedbackDue.attempt': [", attempt ",["attempt"],","],
    'feedbackDue.aboutWaiting': [["name"],["which"]," waits for feedback, due by ",["moment"],"."],
    'feedbackDue.aboutBreach': ["Feedback on ",["name"]," was due by ",["moment"]," and is still missing. Give it today."],
    'feedbackDue.rule': [["hours",2,{"one":[["hours"]," hour"],"other":[["hours"]," hours"]}]," before feedback is due"],
    'feedbackDue.liesOutsideWorking': [["rule"],"; that lies outside working hours, so at once."],
    'feedbackDue.liesOutsideWorkingHours': [["rule"],"; that lies outside working hours, so in the nearest ones."],
    'monthAhead.workday': 'Working days before the end',
    'monthAhead.n1LastWorking': '1 = the last working day of the month.',
    'monthAhead.monthAhead': 'The month ahead',
    'monthAhead.monthsOf': ["On working day ",["workday"]," from the end of each month: ",["count"]," due in the next."],
    'monthAhead.heading': [["count",2,{"one":[["count"]," thing is"],"other":[["count"]," things are"]}]," due in ",["name"],":"],
    'overdue.learnerAfter': 'Days until the learner hears',
    'overdue.mentorAfter': 'Days until the mentor hears',
    'overdue.superiorAfter': 'Days until the superior hears',
    'overdue.hrAfter': 'Days until HR hears',
    'overdue.overdueEscalation': 'Overdue, with escalation',
    'overdue.overdueDueFinish': [["name"]," is ",["days",2,{"one":[["days"]," day"],"other":[["days"]," days"]}]," overdue; it was due on ",["moment"],". Finish it soon, or agree on a new date with the mentor."],
    'overdue.stillOpenAfter': [["name"]," is still open, ",["days",2,{"one":[["days"]," day"],"other":[["days"]," days"]}]," after it was due on ",["moment"],". Find out what is in the way; HR can move the date."],
    'overdue.beenOverdueSince': [["name"]," has been overdue for ",["days",2,{"one":[["days"]," day"],"other":[["days"]," days"]}],", since ",["moment"],"; learner and mentor were told. See whether the workload leaves time for it."],
    'overdue.stayedOpenThrough': [["name"]," stayed open through all reminders, ",["days",2,{"one":[["days"]," day"],"other":[["days"]," days"]}]," after it was due on ",["moment"],". Decide: a new date, an exemption or another mentor."],
    'overdue.LEARNER': 'the learner',
    'overdue.MENTOR': 'the mentor',
    'overdue.SUPERIOR': 'the superior',
    'overdue.countedFromWhen': ', counted from when it came back to the learner',
    'overdue.thereNoMentor': '; there is no mentor, so HR hears',
    'overdue.whyRung': ["Overdue by ",["days"],": ",["who"]," is told",["from"],["instead"],"."],
    'overdue.days': [["after",2,{"one":[["after"]," day"],"other":[["after"]," days"]}]],
    'overdue.workdays': [["after",2,{"one":[["after"]," working day"],"other":[["after"]," working days"]}]],
    'overdue.HR': 'HR',
    'overdue.never': '0 = never.',
    'stageOpened.firstDay': 'Also stages that open on day one',
    'stageOpened.notNeededBeside': 'Not needed beside the whole list of day one.',
    'stageOpened.stageOpens': 'A stage opens',
    'stageOpened.heading': ["Stage ",["name"]," opens with ",["count",2,{"one":[["count"]," item"],"other":[["count"]," items"]}],":"],
    'stageOpened.told': [", told on ",["told"]],
    'stageOpened.whyStage': ["The stage opens on ",["opened"],["moved"],", with ",["count",2,{"one":[["count"]," item"],"other":[["count"]," items"]}]," to do."],
    'weekly.weekday': 'Day of the week',
    'weekly.weekAhead': 'The week ahead',
    'weekly.heading': [["count",2,{"one":[["count"]," thing is"],"other":[["count"]," things are"]}]," due this week:"],
    'weekly.overdueMadeUp': ["Overdue, to be made up soon (",["count"],"):"],
    'weekly.whyWeek': ["Every ",["name"]," at ",["at"],["moved"],": ",["due"]," due within 7 days, ",["late"]," overdue."],
    'weekly.movedLater': [", moved from ",["day"],", a day off, to ",["announced"]],
    'weekly.movedEarlier': [", moved from ",["day"],", a day off, to ",["announced"]],
    'bestAttempt.first': 'Only the first attempts',
    'bestAttempt.n0AllThem': '0 = all of them.',
    'bestAttempt.lessEachTime': 'Points off for each further attempt',
    'bestAttempt.fromSecondAttempt': 'From the second attempt on; never below 0.',
    'bestAttempt.bestAttempt': 'Best attempt',
    'bestAttempt.off': [", ",["less"]," off"],
    'bestAttempt.attemptBest': ["attempt ",["attempt"]," is the best of ",["count"],": ",["score"],["off"]],
    'passMark.passMark': 'Pass mark',
    'passMark.whereThereNone': 'Where there is none, the pass mark of the item itself, or 60.',
    'passMark.passedNot': 'Passed or not',
    'passMark.attemptAbove': ["attempt ",["attempt"],": ",["score"],", at or above ",["mark"]],
    'passMark.bestBelow': ["best ",["score"],", below ",["mark"]],
    'rubric.key': 'Key',
    'rubric.title': 'Title',
    'rubric.weight': 'Weight',
    'rubric.criteria': 'Criteria',
    'rubric.reviewerGivesEach': 'The reviewer gives each 0 to 100; weights make one score of them.',
    'rubric.rubric': 'Rubric',
    'rubric.scoreOf': [["name"],": ",["score"]," × weight ",["weight"]],
    'weighted.LEAVE_OUT': 'Left out for now',
    'weighted.ZERO': 'Counts as 0',
    'weighted.weights': 'Weight of each item',
    'weighted.keysItemsTheir': 'Keys of items with their weights; they need not add up to 100.',
    'weighted.unscored': 'Items without a score',
    'weighted.weightedMean': 'Weighted mean',
    'weighted.weight': [["score"]," × weight ",["weight"]],
    'weighted.noScore': ["no score yet: 0 × weight ",["weight"]],
    'weekdayName.0': 'Monday',
    'weekdayName.1': 'Tuesday',
    'weekdayName.2': 'Wednesday',
    'weekdayName.3': 'Thursday',
    'weekdayName.4': 'Friday',
    'weekdayName.5': 'Saturday',
    'weekdayName.6': 'Sunday',
    'month.1': 'January',
    'month.2': 'February',
    'month.3': 'March',
    'month.4': 'April',
    'month.5': 'May',
    'month.6': 'June',
    'month.7': 'July',
    'month.8': 'August',
    'month.9': 'September',
    'month.10': 'October',
    'month.11': 'November',
    'month.12': 'December',
    'inWords.date': [["weekday"],", ",["day"]," ",["month"]],
    'inWords.moment': [["date"],", ",["time"]],
    'inWords.monthOf': [["month"]," ",["year"]],
    'inWords.item': ["“",["title"],"”"],
    'inWords.part': ["“",["title"],"”"],
    'inWords.due': [": due ",["moment"]],
    'inWords.dueProvisional': [": due ",["moment"]," (provisional)"],
    'inWords.sentence': [["text"],"."],
  },
});
export const { say, sayIn, says } = messages;

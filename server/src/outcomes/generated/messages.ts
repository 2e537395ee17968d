// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  badKey: Record<never, never>;
  badTitle: Record<never, never>;
  badUnit: Record<never, never>;
  badBounds: Record<never, never>;
  keyTaken: { key: Said };
  noSuchMetric: { key: Said };
  computed: Record<never, never>;
  tooManyRows: { most: Said };
  notANumber: Record<never, never>;
  outOfBounds: { low: Said; high: Said };
  notYesNo: Record<never, never>;
  inFuture: Record<never, never>;
  measuredTwice: Record<never, never>;
  measuredBefore: { value: Said };
  badDate: Record<never, never>;
  unknownPerson: { who: Said };
  severalPeople: { who: Said };
  sameTwice: Record<never, never>;
  knownAlready: Record<never, never>;
  readAs: { given: Said; value: Said };
  readAsDate: { given: Said; date: Said };
  oneTable: Record<never, never>;
  noColumn: Record<never, never>;
  whichColumn: { column: Said };
  nothingTaken: { rows: number };
  namesNobody: Record<never, never>;
  matchedAs: { given: Said; name: Said };
  badFlag: Record<never, never>;
  badClosing: Record<never, never>;
  openAlready: Record<never, never>;
  nobodyToAsk: Record<never, never>;
  tooFewToAsk: { people: number; fewest: Said };
  badQuestions: Record<never, never>;
  badLink: Record<never, never>;
  badAnswer: { scale: Said };
  badComment: Record<never, never>;
  answered: Record<never, never>;
  closed: Record<never, never>;
  'columns.email': Record<never, never>;
  'columns.name': Record<never, never>;
  'columns.value': Record<never, never>;
  'columns.date': Record<never, never>;
  'columns.baseline': Record<never, never>;
  'metric.completion': Record<never, never>;
  'metric.learning-minutes': Record<never, never>;
  'metric.on-time': Record<never, never>;
  'metric.quality': Record<never, never>;
  'metric.mentor-response': Record<never, never>;
  'metric.contacts': Record<never, never>;
  'metric.shared-documents': Record<never, never>;
  'metric.team-performance': Record<never, never>;
  'metric.team-turnover': Record<never, never>;
  'metric.satisfaction-superior': Record<never, never>;
  'metric.satisfaction-team': Record<never, never>;
  'question.SUPERIOR.role': Record<never, never>;
  'question.SUPERIOR.goals': Record<never, never>;
  'question.SUPERIOR.growth': Record<never, never>;
  'question.TEAM.goals': Record<never, never>;
  'question.TEAM.feedback': Record<never, never>;
  'question.TEAM.support': Record<never, never>;
  'question.LEARNER.useful': Record<never, never>;
  'question.LEARNER.pace': Record<never, never>;
  'question.LEARNER.mentoring': Record<never, never>;
  'survey.andOthers': { names: Said; count: number; more: number };
  'survey.month.1': Record<never, never>;
  'survey.month.2': Record<never, never>;
  'survey.month.3': Record<never, never>;
  'survey.month.4': Record<never, never>;
  'survey.month.5': Record<never, never>;
  'survey.month.6': Record<never, never>;
  'survey.month.7': Record<never, never>;
  'survey.month.8': Record<never, never>;
  'survey.month.9': Record<never, never>;
  'survey.month.10': Record<never, never>;
  'survey.month.11': Record<never, never>;
  'survey.month.12': Record<never, never>;
  'survey.day': { month: Said; day: Said };
  'survey.missing': { people: Said };
  'survey.missingLearner': { cohort: Said };
  'survey.title.SUPERIOR': { people: Said };
  'survey.title.TEAM': { people: Said };
  'survey.title.LEARNER': { cohort: Said };
  'survey.text.SUPERIOR': { cohort: Said; questions: number; day: Said };
  'survey.text.anonymous': { questions: number; day: Said };
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    badKey: '标识只能用小写字母、数字和连字符，最多 63 个字符。',
    badTitle: '填写名称，最多 200 字。',
    badUnit: '单位最多 20 个字符。',
    badBounds: '最大值须大于最小值。',
    keyTaken: ["已有指标“",["key"],"”，换一个标识。"],
    noSuchMetric: ["没有指标“",["key"],"”，先创建。"],
    computed: '该指标由计划进展自动计算，无法录入。',
    tooManyRows: ["每次提交 1–",["most"]," 行。"],
    notANumber: '不是数值，填写如 86.5 的数字。',
    outOfBounds: ["数值不在 ",["low"]," 到 ",["high"]," 之间，核对后重填。"],
    notYesNo: '该指标只能填 0（否）或 1（是）。',
    inFuture: '日期尚未到来，填写实际测量日期。',
    measuredTwice: '此人在同一天有两个不同的数值，只保留一个。',
    measuredBefore: ["此人当天已有记录：",["value"],"，没有覆盖。"],
    badDate: '不是日期，填写如 2026-03-02 的日期。',
    unknownPerson: ["找不到“",["who"],"”，改用邮箱。"],
    severalPeople: ["有多人名为“",["who"],"”，改用邮箱。"],
    sameTwice: '与上面的行相同，只计一次。',
    knownAlready: '已有相同记录，不变。',
    readAs: ["“",["given"],"”读作 ",["value"],"。"],
    readAsDate: ["“",["given"],"”读作 ",["date"],"。"],
    oneTable: '粘贴的文字和文件只能选一种。',
    noColumn: '表格须有一行列名：邮箱或姓名、数值、日期。',
    whichColumn: ["请选择哪一列是“",["column"],"”，表格里的列名无法确定。"],
    nothingTaken: ["有 ",["rows"]," 行无法导入，因此没有录入任何数据。更正后重试，或只导入其余行。"],
    namesNobody: '这一行没有人员，填写姓名或邮箱。',
    matchedAs: ["“",["given"],"”匹配为“",["name"],"”。"],
    badFlag: '无法判断是否基线。基线填“是”，否则留空。',
    badClosing: '截止日期须从今天起、一年以内。',
    openAlready: '本期次已有同类问卷在进行，结束后再开。',
    nobodyToAsk: '没有可发送的人：学员未设置上级或团队。',
    tooFewToAsk: ["最多只有 ",["people"]," 人填写，不足 ",["fewest"]," 人的结果永远不会显示，因此无法发起。换人数更多的期次，或换其他填写人。"],
    badQuestions: '设置 1–50 个问题，标识互不相同，并有题干和 2–10 级的量表。',
    badLink: '链接或编码无效。检查是否完整，或登录后从“我的问卷”进入。',
    badAnswer: ["每题答一次，选 1–",["scale"],"。"],
    badComment: '补充意见最多 1000 字。',
    answered: '这份问卷已经提交过，每个链接只计一次。',
    closed: '该问卷已结束。',
    'columns.email': '邮箱',
    'columns.name': '姓名',
    'columns.value': '数值',
    'columns.date': '日期',
    'columns.baseline': '基线',
    'metric.completion': '完成率',
    'metric.learning-minutes': '学习时长',
    'metric.on-time': '按时率',
    'metric.quality': '任务质量',
    'metric.mentor-response': '导师反馈用时',
    'metric.contacts': '跨部门协作人数',
    'metric.shared-documents': '提交的文档数',
    'metric.team-performance': '团队绩效',
    'metric.team-turnover': '团队离职率',
    'metric.satisfaction-superior': '上级评价',
    'metric.satisfaction-team': '团队评价',
    'question.SUPERIOR.role': '胜任目前的管理岗位',
    'question.SUPERIOR.goals': '目标清晰，并能带团队达成',
    'question.SUPERIOR.growth': '过去几个月进步明显',
    'question.TEAM.goals': '我清楚团队的目标',
    'question.TEAM.feedback': '我能及时得到有用的反馈',
    'question.TEAM.support': '遇到困难时能得到支持',
    'question.LEARNER.useful': '学到的内容在工作中用得上',
    'question.LEARNER.pace': '安排的节奏跟得上',
    'question.LEARNER.mentoring': '导师的反馈对我有帮助',
    'survey.andOthers': [["names"],"等 ",["count"]," 人",["more",2,{"other":""}]],
    'survey.month.1': '1',
    'survey.month.2': '2',
    'survey.month.3': '3',
    'survey.month.4': '4',
    'survey.month.5': '5',
    'survey.month.6': '6',
    'survey.month.7': '7',
    'survey.month.8': '8',
    'survey.month.9': '9',
    'survey.month.10': '10',
    'survey.month.11': '11',
    'survey.month.12': '12',
    'survey.day': [["month"]," 月 ",["day"]," 日"],
    'survey.missing': ["还差你对",["people"],"的评价"],
    'survey.missingLearner': ["还差你对“",["cohort"],"”的反馈"],
    'survey.title.SUPERIOR': ["评价",["people"],"的近况"],
    'survey.title.TEAM': ["说说和",["people"],"共事的感受"],
    'survey.title.LEARNER': ["“",["cohort"],"”学得怎么样"],
    'survey.text.SUPERIOR': ["“",["cohort"],"”需要上级的看法：每人 ",["questions"]," 题，约 1 分钟。",["day"],"截止。"],
    'survey.text.anonymous': [["questions"]," 道题，约 1 分钟。回答匿名，满 5 人填写才汇总。",["day"],"截止。"],
  },
  en: {
    badKey: 'Use up to 63 lowercase letters, digits and hyphens for the key.',
    badTitle: 'Give a title of up to 200 characters.',
    badUnit: 'Give a unit of up to 20 characters.',
    badBounds: 'The highest value must be above the lowest.',
    keyTaken: ["There is a metric “",["key"],"” already. Choose another key."],
    noSuchMetric: ["There is no metric “",["key"],"”. Create it first."],
    computed: 'This metric is computed from the plan’s own course. It cannot be recorded.',
    tooManyRows: ["Send 1 to ",["most"]," rows at a time."],
    notANumber: 'This value is not a number. Enter one like 86.5.',
    outOfBounds: ["This value lies outside ",["low"]," to ",["high"],". Check it."],
    notYesNo: 'This metric takes only 0 (no) and 1 (yes).',
    inFuture: 'This day has not come yet. Enter the day of the measurement.',
    measuredTwice: 'This person was measured twice on this day, with different values. Keep one.',
    measuredBefore: ["This person was measured on this day already: ",["value"],". Nothing was replaced."],
    badDate: 'This is not a date. Enter one like 2026-03-02.',
    unknownPerson: ["Nobody here is called “",["who"],"”. Give the e-mail address."],
    severalPeople: ["Several people are called “",["who"],"”. Give the e-mail address."],
    sameTwice: 'This repeats a row above. It counts once.',
    knownAlready: 'Already recorded. Nothing changes.',
    readAs: ["“",["given"],"” was read as ",["value"],"."],
    readAsDate: ["“",["given"],"” was read as ",["date"],"."],
    oneTable: 'Give either pasted text or a file.',
    noColumn: 'The header row must name the columns: email or name, value, and date.',
    whichColumn: ["Choose the column for “",["column"],"”; the names in the table do not tell which it is."],
    nothingTaken: [["rows"]," ",["rows",2,{"one":"row cannot","other":"rows cannot"}]," be taken, so nothing was recorded. Correct them, or import the others without them."],
    namesNobody: 'This row names nobody. Enter a name or an e-mail address.',
    matchedAs: ["“",["given"],"” was matched to “",["name"],"”."],
    badFlag: 'This is neither yes nor no. Enter yes for a baseline, or leave the cell empty.',
    badClosing: 'Choose a last day from today on, within a year.',
    openAlready: 'A survey of these respondents is open in this cohort. Wait until it closes.',
    nobodyToAsk: 'Nobody can be asked: the people of this cohort have no superior or team.',
    tooFewToAsk: ["Only ",["people",2,{"one":"1 person","other":[["people"]," people"]}]," could answer. With fewer than ",["fewest"]," people nothing is ever shown, so this survey cannot be opened. Ask a larger cohort, or other respondents."],
    badQuestions: 'Ask 1 to 50 questions, each with a key of its own, a text and a scale of 2 to 10.',
    badLink: 'This link or code does not work. Check that it is complete, or sign in and open “My surveys”.',
    badAnswer: ["Answer each question once, with 1 to ",["scale"],"."],
    badComment: 'Keep the comment within 1,000 characters.',
    answered: 'This survey was answered with this link. Each link counts once.',
    closed: 'This survey is closed.',
    'columns.email': 'e-mail',
    'columns.name': 'name',
    'columns.value': 'value',
    'columns.date': 'date',
    'columns.baseline': 'baseline',
    'metric.completion': 'completion',
    'metric.learning-minutes': 'time spent learning',
    'metric.on-time': 'on-time share',
    'metric.quality': 'quality of work',
    'metric.mentor-response': 'mentor response time',
    'metric.contacts': 'people of other departments worked with',
    'metric.shared-documents': 'documents handed in',
    'metric.team-performance': 'team performance',
    'metric.team-turnover': 'team turnover',
    'metric.satisfaction-superior': 'rating by the superior',
    'metric.satisfaction-team': 'rating by the team',
    'question.SUPERIOR.role': 'Is up to the present management role',
    'question.SUPERIOR.goals': 'Sets clear goals and gets the team there',
    'question.SUPERIOR.growth': 'Has grown visibly in the last months',
    'question.TEAM.goals': 'I know what our team is to achieve',
    'question.TEAM.feedback': 'I get useful feedback in time',
    'question.TEAM.support': 'I get support when I need it',
    'question.LEARNER.useful': 'I can use what I learnt at work',
    'question.LEARNER.pace': 'I can keep up with the pace',
    'question.LEARNER.mentoring': 'My mentor’s feedback helps me',
    'survey.andOthers': [["names"]," and ",["more"]," more",["count",2,{"one":"","other":""}]],
    'survey.month.1': 'January',
    'survey.month.2': 'February',
    'survey.month.3': 'March',
    'survey.month.4': 'April',
    'survey.month.5': 'May',
    'survey.month.6': 'June',
    'survey.month.7': 'July',
    'survey.month.8': 'August',
    'survey.month.9': 'September',
    'survey.month.10': 'October',
    'survey.month.11': 'November',
    'survey.month.12': 'December',
    'survey.day': [["day"]," ",["month"]],
    'survey.missing': ["Your rating of ",["people"]," is missing"],
    'survey.missingLearner': ["Your feedback on “",["cohort"],"” is missing"],
    'survey.title.SUPERIOR': ["Rate how ",["people"]," is doing"],
    'survey.title.TEAM': ["Say what it is like to work with ",["people"]],
    'survey.title.LEARNER': ["How is “",["cohort"],"” going for you"],
    'survey.text.SUPERIOR': ["“",["cohort"],"” needs the view of superiors: ",["questions",2,{"one":"1 question","other":[["questions"]," questions"]}]," for each person, about a minute. It closes on ",["day"],"."],
    'survey.text.anonymous': [["questions",2,{"one":"1 question","other":[["questions"]," questions"]}],", about a minute. Answers are anonymous and shown only when at least five people answer. It closes on ",["day"],"."],
  },
});
export const { say, sayIn, says } = messages;

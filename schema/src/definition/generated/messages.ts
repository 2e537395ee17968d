// Made from schema/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '../../words/index.js';

/** The messages, each with its arguments. */
export interface Messages {
  'duplicateKeys.duplicate': { key: Said };
  'expressionFault.expressionTooBig': Record<never, never>;
  'expressionFault.expressionNestedToo': Record<never, never>;
  'expressionFault.expressionCallsWhich': { function: Said };
  'expressionFault.listFunctionWithin': Record<never, never>;
  'expressionFault.expressionNamesWhich': { name: Said };
  'expressionFault.noAnswer': Record<never, never>;
  'expressionFault.fails': Record<never, never>;
  'expression.expressionCannotRead': { column: Said };
  'expression.expressionCannotReadCheck': Record<never, never>;
  'expression.sentence': { fault: Said };
  'expression.tooLong': Record<never, never>;
  'issueToProblem.thereNoPlan': Record<never, never>;
  'issueToProblem.stillEmptyWrite': { place: Said };
  'issueToProblem.stillLacksAdd': { place: Said; name: Said; property: Said };
  'issueToProblem.noLanguageCode': { isText: boolean; place: Said; key: Said };
  'issueToProblem.unknownProperty': { place: Said; shown: Said };
  'issueToProblem.unknownPropertyNear': { place: Said; shown: Said; near: Said };
  'parsePlan.problems': Record<never, never>;
  'parsePlan.newerFormat': { format: Said };
  'parsePlan.propertyNameNot': { key: Said };
  'parsePlan.documentNestedToo': Record<never, never>;
  'parsePlan.documentTooBig': Record<never, never>;
  'parsePlan.documentCannotRead': Record<never, never>;
  'placeholderTitle.STAGE': Record<never, never>;
  'placeholderTitle.placeholderTitles': { place: Said; text: Said };
  'textProblems.containsHtmlUse': { place: Said; html: Said };
  'textProblems.missingLanguages': { place: Said; name: Said };
  'valueProblem.at': Record<never, never>;
  'valueProblem.fixed': Record<never, never>;
  'valueProblem.within': Record<never, never>;
  'valueProblem.url': Record<never, never>;
  'valueProblem.use': Record<never, never>;
  'valueProblem.key': Record<never, never>;
  'valueProblem.anchor': Record<never, never>;
  'valueProblem.useOneAnchor': Record<never, never>;
  'valueProblem.writeCompletedPassed': Record<never, never>;
  'valueProblem.writeKeyLower': Record<never, never>;
  'valueProblem.changeOneForms': Record<never, never>;
  'valueProblem.write': { name: Said };
  'valueProblem.chooseOne': { names: Said };
  'valueProblem.writeText': Record<never, never>;
  'valueProblem.writeWholeNumber': Record<never, never>;
  'valueProblem.writeNumber': Record<never, never>;
  'valueProblem.writeTrueFalse': Record<never, never>;
  'valueProblem.writeList': Record<never, never>;
  'valueProblem.writeLanguageSuch': Record<never, never>;
  'valueProblem.writeGroupNamed': Record<never, never>;
  'valueProblem.conditionOneForm': Record<never, never>;
  'valueProblem.useOneAll': Record<never, never>;
  'valueProblem.unreadable': { place: Said; wanted: Said };
  'valueProblem.cannotBe': { place: Said; shown: Said; wanted: Said };
  'valueProblem.min': { bound: Said; unit: 'string' | 'array' | 'other' };
  'valueProblem.max': { bound: Said; unit: 'string' | 'array' | 'other' };
  'languages.zh-CN': Record<never, never>;
  'languages.en': Record<never, never>;
  'property.all': Record<never, never>;
  'property.anchor': Record<never, never>;
  'property.any': Record<never, never>;
  'property.approval': Record<never, never>;
  'property.assessment': Record<never, never>;
  'property.at': Record<never, never>;
  'property.atLeast': Record<never, never>;
  'property.attempts': Record<never, never>;
  'property.audience': Record<never, never>;
  'property.baseline': Record<never, never>;
  'property.by': Record<never, never>;
  'property.calendar': Record<never, never>;
  'property.channels': Record<never, never>;
  'property.choose': Record<never, never>;
  'property.clock': Record<never, never>;
  'property.completion': Record<never, never>;
  'property.conditions': Record<never, never>;
  'property.count': Record<never, never>;
  'property.course': Record<never, never>;
  'property.deliverable': Record<never, never>;
  'property.department': Record<never, never>;
  'property.departments': Record<never, never>;
  'property.description': Record<never, never>;
  'property.done': Record<never, never>;
  'property.due': Record<never, never>;
  'property.electives': Record<never, never>;
  'property.expression': Record<never, never>;
  'property.fixed': Record<never, never>;
  'property.format': Record<never, never>;
  'property.from': Record<never, never>;
  'property.grants': Record<never, never>;
  'property.is': Record<never, never>;
  'property.item': Record<never, never>;
  'property.items': Record<never, never>;
  'property.jobRole': Record<never, never>;
  'property.jobRoles': Record<never, never>;
  'property.joins': Record<never, never>;
  'property.key': Record<never, never>;
  'property.kind': Record<never, never>;
  'property.lag': Record<never, never>;
  'property.levels': Record<never, never>;
  'property.links': Record<never, never>;
  'property.meeting': Record<never, never>;
  'property.metric': Record<never, never>;
  'property.minutes': Record<never, never>;
  'property.mode': Record<never, never>;
  'property.n': Record<never, never>;
  'property.not': Record<never, never>;
  'property.of': Record<never, never>;
  'property.offset': Record<never, never>;
  'property.on': Record<never, never>;
  'property.opens': Record<never, never>;
  'property.outcomes': Record<never, never>;
  'property.passMark': Record<never, never>;
  'property.points': Record<never, never>;
  'property.questions': Record<never, never>;
  'property.reminders': Record<never, never>;
  'property.requirement': Record<never, never>;
  'property.respondents': Record<never, never>;
  'property.review': Record<never, never>;
  'property.roll': Record<never, never>;
  'property.rule': Record<never, never>;
  'property.scale': Record<never, never>;
  'property.score': Record<never, never>;
  'property.scoreIn': Record<never, never>;
  'property.scorer': Record<never, never>;
  'property.scoring': Record<never, never>;
  'property.smallestEffect': Record<never, never>;
  'property.stages': Record<never, never>;
  'property.steps': Record<never, never>;
  'property.survey': Record<never, never>;
  'property.task': Record<never, never>;
  'property.text': Record<never, never>;
  'property.title': Record<never, never>;
  'property.to': Record<never, never>;
  'property.unit': Record<never, never>;
  'property.url': Record<never, never>;
  'property.use': Record<never, never>;
  'property.via': Record<never, never>;
  'property.week': Record<never, never>;
  'property.weekday': Record<never, never>;
  'property.when': Record<never, never>;
  'property.with': Record<never, never>;
  'property.within': Record<never, never>;
  quotedName: { name: Said };
  'values.requirement.REQUIRED': Record<never, never>;
  'values.requirement.ELECTIVE': Record<never, never>;
  'values.requirement.OPTIONAL': Record<never, never>;
  'values.done.MARKED': Record<never, never>;
  'values.done.EXTERNAL': Record<never, never>;
  'values.done.MIN_SCORE': Record<never, never>;
  'values.deliverable.DOCUMENT': Record<never, never>;
  'values.deliverable.FILE': Record<never, never>;
  'values.deliverable.LINK': Record<never, never>;
  'values.deliverable.TEXT': Record<never, never>;
  'values.deliverable.NONE': Record<never, never>;
  'values.clock.HOURS': Record<never, never>;
  'values.clock.WORKING_HOURS': Record<never, never>;
  'values.via.IN_APP': Record<never, never>;
  'values.via.APPROVAL': Record<never, never>;
  'values.mode.ANY': Record<never, never>;
  'values.mode.ALL': Record<never, never>;
  'values.respondents.SUPERIOR': Record<never, never>;
  'values.respondents.TEAM': Record<never, never>;
  'values.respondents.LEARNER': Record<never, never>;
  'values.channels.chat': Record<never, never>;
  'values.channels.email': Record<never, never>;
  'values.channels.sms': Record<never, never>;
  'values.channels.todo': Record<never, never>;
  'values.channels.inbox': Record<never, never>;
  'values.role.LEARNER': Record<never, never>;
  'values.role.MENTOR': Record<never, never>;
  'values.role.SUPERIOR': Record<never, never>;
  'values.role.PEER': Record<never, never>;
  'values.role.HR': Record<never, never>;
  'values.weekday.MON': Record<never, never>;
  'values.weekday.TUE': Record<never, never>;
  'values.weekday.WED': Record<never, never>;
  'values.weekday.THU': Record<never, never>;
  'values.weekday.FRI': Record<never, never>;
  'values.weekday.SAT': Record<never, never>;
  'values.weekday.SUN': Record<never, never>;
  days: { n: number };
  hours: { n: number };
  minutes: { n: number };
  'result.COMPLETED': Record<never, never>;
  'result.PASSED': Record<never, never>;
  'result.FAILED': Record<never, never>;
  'result.SUBMITTED': Record<never, never>;
  'result.APPROVED': Record<never, never>;
  'result.REJECTED': Record<never, never>;
  scoreFrom: { low: Said };
  scoreBetween: { low: Said; high: Said };
  'join.ALL': Record<never, never>;
  'join.ANY': Record<never, never>;
  'join.AT_LEAST': { n: Said };
  'completion.ALL': Record<never, never>;
  'completion.ALL_IN_ORDER': Record<never, never>;
  'completion.AT_LEAST': { n: Said };
  'completion.MIN_POINTS': { n: Said };
  'condition.allOf': { parts: Said };
  'condition.anyOf': { parts: Said };
  'condition.and': Record<never, never>;
  'condition.or': Record<never, never>;
  'condition.not': { part: Said };
  'condition.atLeast': { n: Said; parts: Said };
  'condition.item': { item: Said; result: Said };
  'condition.brackets': { text: Said };
  'dateRule.weekOnNode': { week: Said; day: Said };
  'dateRule.week': { week: Said; day: Said };
  'amount.MINUTE': { n: number };
  'amount.HOUR': { n: number };
  'amount.DAY': { n: number };
  'amount.WORKDAY': { n: number };
  'amount.WEEK': { n: number };
  'amount.MONTH': { n: number };
  'anchor.START': Record<never, never>;
  'anchor.STAGE_START': Record<never, never>;
  'anchor.OPENED': Record<never, never>;
  'anchor.opened': { item: Said };
  'anchor.completed': { item: Said };
  'anchor.due': { item: Said };
  'anchor.PROMOTED': Record<never, never>;
  'anchor.FIRST_SIGN_IN': Record<never, never>;
  'anchored.event.moment': { anchor: Said };
  'anchored.event.day': { anchor: Said };
  'anchored.event.workday': { anchor: Said };
  'anchored.clause.moment': { anchor: Said };
  'anchored.clause.day': { anchor: Said };
  'anchored.clause.workday': { anchor: Said };
  'anchored.after': { anchor: Said; amount: Said };
  'anchored.before': { anchor: Said; amount: Said };
  'anchored.at': { when: Said; time: Said };
  'roll.FOLLOWING': Record<never, never>;
  'roll.PRECEDING': Record<never, never>;
  'roll.MODIFIED_FOLLOWING': Record<never, never>;
  'place.plan': Record<never, never>;
  'place.propertyOf': { place: Said; property: Said };
  'place.list.stages': Record<never, never>;
  'place.list.items': Record<never, never>;
  'place.list.steps': Record<never, never>;
  'place.list.electives': Record<never, never>;
  'place.list.links': Record<never, never>;
  'place.list.reminders': Record<never, never>;
  'place.list.outcomes': Record<never, never>;
  'place.list.questions': Record<never, never>;
  'place.numbered': { number: Said; list: Said };
  'place.link': { source: Said; target: Said };
  'place.namedIn': { owner: Said; list: Said; name: Said };
  'place.numberedIn': { owner: Said; entry: Said };
  'place.named': { list: Said; name: Said };
  'place.itemTitle': { title: Said };
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    'duplicateKeys.duplicate': ["标识「",["key"],"」用了不止一次，给其中一个换个名字。"],
    'expressionFault.expressionTooBig': '表达式太复杂，拆成几个条件',
    'expressionFault.expressionNestedToo': '表达式嵌套太深，拆成几个条件',
    'expressionFault.expressionCallsWhich': ["表达式用了不存在的函数「",["function"],"」"],
    'expressionFault.listFunctionWithin': '表达式里的列表函数不能套列表函数',
    'expressionFault.expressionNamesWhich': ["表达式里的「",["name"],"」没有定义，员工信息要写成 person.",["name"]],
    'expressionFault.noAnswer': '表达式的结果不是“是”或“否”，写成比较，例如 person.teamSize >= 3',
    'expressionFault.fails': '表达式里有一部分怎么算都会出错，检查两边的类型是否一致',
    'expression.expressionCannotRead': ["表达式从第 ",["column"]," 个字符起读不下去，检查引号、括号和运算符"],
    'expression.expressionCannotReadCheck': '表达式读不出来，检查引号、括号和运算符',
    'expression.sentence': [["fault"],"。"],
    'expression.tooLong': '表达式太长，最多 1000 个字符',
    'issueToProblem.thereNoPlan': '没有读到培养计划。',
    'issueToProblem.stillEmptyWrite': [["place"],"还是空的，至少填一种语言。"],
    'issueToProblem.stillLacksAdd': [["place"],"还缺少",["name"],"，补上「",["property"],"」。"],
    'issueToProblem.noLanguageCode': [["isText",1,{"true":[["place"],"里的「",["key"],"」不是语言代码，改成 zh-CN、en 这样的代码。"],"other":[["place"],"里的「",["key"],"」不是条目标识，只能用小写字母、数字和连字符。"]}]],
    'issueToProblem.unknownProperty': [["place"],"没有「",["shown"],"」这个属性，删掉它。"],
    'issueToProblem.unknownPropertyNear': [["place"],"没有「",["shown"],"」这个属性。如果想写的是「",["near"],"」，改过来；否则删掉它。"],
    'parsePlan.problems': '这不是一份培养计划，根部要有 format、key、title 和 stages。',
    'parsePlan.newerFormat': ["这份计划由更新版本的 Planwright 制作（",["format"],"）。升级 Planwright 后再打开。"],
    'parsePlan.propertyNameNot': ["属性名「",["key"],"」不允许使用，删掉它。"],
    'parsePlan.documentNestedToo': '这份文档嵌套太深，最多 32 层，把内层内容提出来。',
    'parsePlan.documentTooBig': '这份文档太大，拆成几份培养计划。',
    'parsePlan.documentCannotRead': '这份文档读不出来，重新导出后再试。',
    'placeholderTitle.STAGE': '新阶段',
    'placeholderTitle.placeholderTitles': [["place"],"还是默认的「",["text"],"」，学员会看到这个名称。改成它真正的名称。"],
    'textProblems.containsHtmlUse': [["place"],"里有 HTML「",["html"],"」，改用 Markdown，例如 **加粗**、[链接](https://…)。"],
    'textProblems.missingLanguages': [["place"],"还没有",["name"],"，补上后",["name"],"界面的人也能看懂。"],
    'valueProblem.at': '写成 18:00 这样的时刻',
    'valueProblem.fixed': '写成 2026-05-01T18:00 这样的日期和时刻',
    'valueProblem.within': '写成 PT24H（24 小时）或 P2D（2 天）',
    'valueProblem.url': '写成以 http:// 或 https:// 开头的网址',
    'valueProblem.use': '写成「插件/规则」，例如 core/weekly',
    'valueProblem.key': '只用小写字母、数字和连字符，最多 63 个字符',
    'valueProblem.anchor': '写 START、STAGE_START、OPENED，或 opened、completed、due 加条目标识，或 event',
    'valueProblem.useOneAnchor': '用「起算点 + 间隔」（anchor、offset、unit）、「第几周 + 星期」（week、weekday）或固定时间（fixed）中的一种',
    'valueProblem.writeCompletedPassed': '写 COMPLETED、PASSED、FAILED、SUBMITTED、APPROVED、REJECTED 或 scoreIn 分数区间',
    'valueProblem.writeKeyLower': '写成标识：小写字母、数字和连字符，最多 63 个字符',
    'valueProblem.changeOneForms': '对照说明改成允许的写法',
    'valueProblem.write': ["写 ",["name"]],
    'valueProblem.chooseOne': ["从 ",["names"]," 中选一个"],
    'valueProblem.writeText': '写成文字',
    'valueProblem.writeWholeNumber': '写成整数',
    'valueProblem.writeNumber': '写成数字',
    'valueProblem.writeTrueFalse': '写 true 或 false',
    'valueProblem.writeList': '写成列表',
    'valueProblem.writeLanguageSuch': '按语言填写，例如 zh-CN 和 en',
    'valueProblem.writeGroupNamed': '写成一组「名称: 值」',
    'valueProblem.conditionOneForm': '一个条件只能有一种形式，用 all 或 any 把它们合起来',
    'valueProblem.useOneAll': '从 all、any、not、atLeast、item、expression 中选一种形式',
    'valueProblem.unreadable': [["place"],"读不出来，",["wanted"],"。"],
    'valueProblem.cannotBe': [["place"],"不能是「",["shown"],"」，",["wanted"],"。"],
    'valueProblem.min': ["至少要 ",["bound"],["unit",1,{"string":" 个字符","array":" 项","other":""}]],
    'valueProblem.max': ["最多 ",["bound"],["unit",1,{"string":" 个字符","array":" 项","other":""}]],
    'languages.zh-CN': '中文',
    'languages.en': '英文',
    'property.all': '条件列表',
    'property.anchor': '起算点',
    'property.any': '条件列表',
    'property.approval': '审批设置',
    'property.assessment': '测评设置',
    'property.at': '时刻',
    'property.atLeast': '条件列表',
    'property.attempts': '可测次数',
    'property.audience': '适用对象',
    'property.baseline': '基线',
    'property.by': '反馈人',
    'property.calendar': '工作日历',
    'property.channels': '发送渠道',
    'property.choose': '应选数量',
    'property.clock': '计时方式',
    'property.completion': '完成规则',
    'property.conditions': '开放条件',
    'property.count': '人数',
    'property.course': '课程设置',
    'property.deliverable': '提交形式',
    'property.department': '部门',
    'property.departments': '部门',
    'property.description': '说明',
    'property.done': '完成方式',
    'property.due': '截止时间',
    'property.electives': '选修组',
    'property.expression': '表达式',
    'property.fixed': '固定时间',
    'property.format': '格式版本',
    'property.from': '来源',
    'property.grants': '授予的权限',
    'property.is': '结果',
    'property.item': '条目',
    'property.items': '内容',
    'property.jobRole': '岗位',
    'property.jobRoles': '岗位',
    'property.joins': '汇合规则',
    'property.key': '标识',
    'property.kind': '类型',
    'property.lag': '间隔',
    'property.levels': '审批层级',
    'property.links': '关联',
    'property.meeting': '面谈设置',
    'property.metric': '指标',
    'property.minutes': '时长',
    'property.mode': '审批方式',
    'property.n': '数量',
    'property.not': '相反条件',
    'property.of': '条件列表',
    'property.offset': '间隔数',
    'property.on': '触发结果',
    'property.opens': '开放时间',
    'property.outcomes': '成效指标',
    'property.passMark': '及格分',
    'property.points': '学分',
    'property.questions': '题目',
    'property.reminders': '提醒',
    'property.requirement': '修习要求',
    'property.respondents': '填写人',
    'property.review': '反馈设置',
    'property.roll': '顺延规则',
    'property.rule': '规则',
    'property.scale': '量级',
    'property.score': '分数',
    'property.scoreIn': '分数区间',
    'property.scorer': '评分规则',
    'property.scoring': '总评规则',
    'property.smallestEffect': '最小有意义差异',
    'property.stages': '阶段',
    'property.steps': '步骤',
    'property.survey': '问卷设置',
    'property.task': '任务设置',
    'property.text': '题干',
    'property.title': '标题',
    'property.to': '去向',
    'property.unit': '单位',
    'property.url': '链接',
    'property.use': '规则名',
    'property.via': '提交途径',
    'property.week': '周次',
    'property.weekday': '星期',
    'property.when': '适用条件',
    'property.with': '设置',
    'property.within': '反馈时限',
    quotedName: ["「",["name"],"」"],
    'values.requirement.REQUIRED': '必修',
    'values.requirement.ELECTIVE': '选修',
    'values.requirement.OPTIONAL': '选做',
    'values.done.MARKED': '学员标记完成',
    'values.done.EXTERNAL': '外部系统通知完成',
    'values.done.MIN_SCORE': '达到分数',
    'values.deliverable.DOCUMENT': '在线文档',
    'values.deliverable.FILE': '文件',
    'values.deliverable.LINK': '链接',
    'values.deliverable.TEXT': '文字',
    'values.deliverable.NONE': '无需提交',
    'values.clock.HOURS': '按自然小时',
    'values.clock.WORKING_HOURS': '按工作小时',
    'values.via.IN_APP': '系统内反馈',
    'values.via.APPROVAL': '审批流程',
    'values.mode.ANY': '任一人同意',
    'values.mode.ALL': '所有人同意',
    'values.respondents.SUPERIOR': '上级',
    'values.respondents.TEAM': '团队成员',
    'values.respondents.LEARNER': '学员',
    'values.channels.chat': '聊天',
    'values.channels.email': '邮件',
    'values.channels.sms': '短信',
    'values.channels.todo': '待办',
    'values.channels.inbox': '站内消息',
    'values.role.LEARNER': '学员',
    'values.role.MENTOR': '导师',
    'values.role.SUPERIOR': '上级',
    'values.role.PEER': '同事',
    'values.role.HR': 'HR',
    'values.weekday.MON': '周一',
    'values.weekday.TUE': '周二',
    'values.weekday.WED': '周三',
    'values.weekday.THU': '周四',
    'values.weekday.FRI': '周五',
    'values.weekday.SAT': '周六',
    'values.weekday.SUN': '周日',
    days: [["n"]," 天"],
    hours: [["n"]," 小时"],
    minutes: [["n"]," 分钟"],
    'result.COMPLETED': '完成',
    'result.PASSED': '通过',
    'result.FAILED': '未通过',
    'result.SUBMITTED': '提交',
    'result.APPROVED': '获得批准',
    'result.REJECTED': '被否决',
    scoreFrom: [["low"],"–100 分"],
    scoreBetween: [["low"]," 分至不到 ",["high"]," 分"],
    'join.ALL': '全部满足',
    'join.ANY': '满足任意一个',
    'join.AT_LEAST': ["至少满足 ",["n"]," 个"],
    'completion.ALL': '全部完成',
    'completion.ALL_IN_ORDER': '按顺序全部完成',
    'completion.AT_LEAST': ["至少完成 ",["n"]," 项"],
    'completion.MIN_POINTS': ["至少 ",["n"]," 学分"],
    'condition.allOf': ["全部：",["parts"]],
    'condition.anyOf': ["任一：",["parts"]],
    'condition.and': '且',
    'condition.or': '或',
    'condition.not': ["不满足",["part"]],
    'condition.atLeast': ["以下至少满足 ",["n"]," 个：",["parts"]],
    'condition.item': [["item"],["result"]],
    'condition.brackets': ["（",["text"],"）"],
    'dateRule.weekOnNode': ["第 ",["week"]," 周 · ",["day"]],
    'dateRule.week': ["第 ",["week"]," 周",["day"]],
    'amount.MINUTE': [["n"]," 分钟"],
    'amount.HOUR': [["n"]," 小时"],
    'amount.DAY': [["n"]," 天"],
    'amount.WORKDAY': [["n"]," 个工作日"],
    'amount.WEEK': [["n"]," 周"],
    'amount.MONTH': [["n"]," 个月"],
    'anchor.START': '计划开始',
    'anchor.STAGE_START': '阶段开始',
    'anchor.OPENED': '开放',
    'anchor.opened': [["item"],"开放"],
    'anchor.completed': [["item"],"完成"],
    'anchor.due': [["item"],"截止"],
    'anchor.PROMOTED': '晋升',
    'anchor.FIRST_SIGN_IN': '首次登录',
    'anchored.event.moment': [["anchor"],"时"],
    'anchored.event.day': [["anchor"],"当天"],
    'anchored.event.workday': [["anchor"],"当天（休息日则顺延）"],
    'anchored.clause.moment': [["anchor"],"时"],
    'anchored.clause.day': [["anchor"],"当天"],
    'anchored.clause.workday': [["anchor"],"当天（休息日则顺延）"],
    'anchored.after': [["anchor"],"后 ",["amount"]],
    'anchored.before': [["anchor"],"前 ",["amount"]],
    'anchored.at': [["when"]," ",["time"]],
    'roll.FOLLOWING': '，遇休息日顺延',
    'roll.PRECEDING': '，遇休息日提前',
    'roll.MODIFIED_FOLLOWING': '，遇休息日在当月内顺延',
    'place.plan': '计划',
    'place.propertyOf': [["place"],"的",["property"]],
    'place.list.stages': '阶段',
    'place.list.items': '条目',
    'place.list.steps': '步骤',
    'place.list.electives': '选修组',
    'place.list.links': '关联',
    'place.list.reminders': '提醒',
    'place.list.outcomes': '成效指标',
    'place.list.questions': '题目',
    'place.numbered': ["第 ",["number"]," 个",["list"]],
    'place.link': ["从",["source"],"到",["target"],"的关联"],
    'place.namedIn': [["owner"],"的",["list"],["name"]],
    'place.numberedIn': [["owner"],"的",["entry"]],
    'place.named': [["list"],["name"]],
    'place.itemTitle': ["《",["title"],"》"],
  },
  en: {
    'duplicateKeys.duplicate': ["The key “",["key"],"” is used more than once. Give one of them another."],
    'expressionFault.expressionTooBig': 'The expression is too big. Split it into several conditions',
    'expressionFault.expressionNestedToo': 'The expression is nested too deeply. Split it into several conditions',
    'expressionFault.expressionCallsWhich': ["The expression calls “",["function"],"”, which does not exist"],
    'expressionFault.listFunctionWithin': 'A list function within a list function is not allowed',
    'expressionFault.expressionNamesWhich': ["The expression names “",["name"],"”, which is not defined. Facts are written person.",["name"]],
    'expressionFault.noAnswer': 'The expression gives no yes or no. Write a comparison such as person.teamSize >= 3',
    'expressionFault.fails': 'A part of the expression fails whatever the facts are. Check that both sides are of one kind',
    'expression.expressionCannotRead': ["The expression cannot be read from character ",["column"]," on. Check quotes, brackets and operators"],
    'expression.expressionCannotReadCheck': 'The expression cannot be read. Check quotes, brackets and operators',
    'expression.sentence': [["fault"],"."],
    'expression.tooLong': 'The expression is too long. Keep it within 1000 characters',
    'issueToProblem.thereNoPlan': 'There is no plan to read.',
    'issueToProblem.stillEmptyWrite': [["place"]," is still empty. Write it in one language at least."],
    'issueToProblem.stillLacksAdd': [["place"]," still lacks its ",["name"],". Add “",["property"],"”."],
    'issueToProblem.noLanguageCode': [["isText",1,{"true":["“",["key"],"” in ",["place"]," is no language code. Use one such as zh-CN or en."],"other":["“",["key"],"” in ",["place"]," is no item key. Use lower-case letters, digits and hyphens."]}]],
    'issueToProblem.unknownProperty': [["place"]," has no property “",["shown"],"”. Remove it."],
    'issueToProblem.unknownPropertyNear': [["place"]," has no property “",["shown"],"”. Change it to “",["near"],"” if that is what you mean, or remove it."],
    'parsePlan.problems': 'This is no plan. It needs format, key, title and stages at its root.',
    'parsePlan.newerFormat': ["This plan was made by a newer Planwright (",["format"],"). Update Planwright to open it."],
    'parsePlan.propertyNameNot': ["The property name “",["key"],"” is not allowed. Remove it."],
    'parsePlan.documentNestedToo': 'This document is nested too deeply. Bring what is inside up to 32 levels at most.',
    'parsePlan.documentTooBig': 'This document is too big. Split it into several plans.',
    'parsePlan.documentCannotRead': 'This document cannot be read. Export it again and try once more.',
    'placeholderTitle.STAGE': 'New stage',
    'placeholderTitle.placeholderTitles': [["place"]," is still “",["text"],"”, and learners will read that. Give it a name of its own."],
    'textProblems.containsHtmlUse': [["place"]," contains HTML “",["html"],"”. Use Markdown instead, such as **bold** or [link](https://…)."],
    'textProblems.missingLanguages': [["place"]," has no ",["name"]," yet. Add it for those who read ",["name"],"."],
    'valueProblem.at': 'write a time such as 18:00',
    'valueProblem.fixed': 'write a date and time such as 2026-05-01T18:00',
    'valueProblem.within': 'write PT24H for 24 hours or P2D for 2 days',
    'valueProblem.url': 'write an address that starts with http:// or https://',
    'valueProblem.use': 'write plugin/rule, such as core/weekly',
    'valueProblem.key': 'use lower-case letters, digits and hyphens, 63 characters at most',
    'valueProblem.anchor': 'write START, STAGE_START or OPENED, or name an item with opened, completed or due, or an event',
    'valueProblem.useOneAnchor': 'use one of anchor with offset and unit, week with weekday, or fixed',
    'valueProblem.writeCompletedPassed': 'write COMPLETED, PASSED, FAILED, SUBMITTED, APPROVED, REJECTED or a scoreIn range',
    'valueProblem.writeKeyLower': 'write a key: lower-case letters, digits and hyphens, 63 characters at most',
    'valueProblem.changeOneForms': 'change it to one of the forms that the plan language knows',
    'valueProblem.write': ["write ",["name"]],
    'valueProblem.chooseOne': ["choose one of ",["names"]],
    'valueProblem.writeText': 'write text',
    'valueProblem.writeWholeNumber': 'write a whole number',
    'valueProblem.writeNumber': 'write a number',
    'valueProblem.writeTrueFalse': 'write true or false',
    'valueProblem.writeList': 'write a list',
    'valueProblem.writeLanguageSuch': 'write it by language, such as zh-CN and en',
    'valueProblem.writeGroupNamed': 'write it as a group of named values',
    'valueProblem.conditionOneForm': 'a condition has one form only; join several with all or any',
    'valueProblem.useOneAll': 'use one of all, any, not, atLeast, item and expression',
    'valueProblem.unreadable': [["place"]," cannot be read: ",["wanted"],"."],
    'valueProblem.cannotBe': [["place"]," cannot be “",["shown"],"”: ",["wanted"],"."],
    'valueProblem.min': ["it needs at least ",["bound"],["unit",1,{"string":" characters","array":" entries","other":""}]],
    'valueProblem.max': ["it takes at most ",["bound"],["unit",1,{"string":" characters","array":" entries","other":""}]],
    'languages.zh-CN': 'Chinese',
    'languages.en': 'English',
    'property.all': 'list of conditions',
    'property.anchor': 'anchor',
    'property.any': 'list of conditions',
    'property.approval': 'approval settings',
    'property.assessment': 'assessment settings',
    'property.at': 'time of day',
    'property.atLeast': 'list of conditions',
    'property.attempts': 'number of attempts',
    'property.audience': 'audience',
    'property.baseline': 'baseline',
    'property.by': 'reviewer',
    'property.calendar': 'working-day calendar',
    'property.channels': 'channels',
    'property.choose': 'number to choose',
    'property.clock': 'review clock',
    'property.completion': 'completion rule',
    'property.conditions': 'conditions',
    'property.count': 'number of people',
    'property.course': 'course settings',
    'property.deliverable': 'deliverable',
    'property.department': 'department',
    'property.departments': 'departments',
    'property.description': 'description',
    'property.done': 'way of completing',
    'property.due': 'due date',
    'property.electives': 'elective groups',
    'property.expression': 'expression',
    'property.fixed': 'fixed date',
    'property.format': 'format',
    'property.from': 'source',
    'property.grants': 'grants',
    'property.is': 'result',
    'property.item': 'item',
    'property.items': 'items',
    'property.jobRole': 'job role',
    'property.jobRoles': 'job roles',
    'property.joins': 'join rules',
    'property.key': 'key',
    'property.kind': 'kind',
    'property.lag': 'delay',
    'property.levels': 'approval levels',
    'property.links': 'links',
    'property.meeting': 'meeting settings',
    'property.metric': 'metric',
    'property.minutes': 'minutes',
    'property.mode': 'approval mode',
    'property.n': 'number',
    'property.not': 'condition under “not”',
    'property.of': 'list of conditions',
    'property.offset': 'offset',
    'property.on': 'result that opens it',
    'property.opens': 'opening date',
    'property.outcomes': 'outcomes',
    'property.passMark': 'pass mark',
    'property.points': 'points',
    'property.questions': 'questions',
    'property.reminders': 'reminders',
    'property.requirement': 'requirement',
    'property.respondents': 'respondents',
    'property.review': 'review',
    'property.roll': 'rule for non-working days',
    'property.rule': 'rule',
    'property.scale': 'scale',
    'property.score': 'score',
    'property.scoreIn': 'score range',
    'property.scorer': 'scorer',
    'property.scoring': 'scoring',
    'property.smallestEffect': 'smallest effect that matters',
    'property.stages': 'stages',
    'property.steps': 'steps',
    'property.survey': 'survey settings',
    'property.task': 'task settings',
    'property.text': 'question text',
    'property.title': 'title',
    'property.to': 'target',
    'property.unit': 'unit',
    'property.url': 'link address',
    'property.use': 'rule name',
    'property.via': 'review channel',
    'property.week': 'week',
    'property.weekday': 'weekday',
    'property.when': 'audience expression',
    'property.with': 'settings',
    'property.within': 'review time',
    quotedName: ["“",["name"],"”"],
    'values.requirement.REQUIRED': 'required',
    'values.requirement.ELECTIVE': 'elective',
    'values.requirement.OPTIONAL': 'optional',
    'values.done.MARKED': 'marked by the learner',
    'values.done.EXTERNAL': 'reported by another system',
    'values.done.MIN_SCORE': 'reaching a score',
    'values.deliverable.DOCUMENT': 'document',
    'values.deliverable.FILE': 'file',
    'values.deliverable.LINK': 'link',
    'values.deliverable.TEXT': 'text',
    'values.deliverable.NONE': 'nothing to hand in',
    'values.clock.HOURS': 'hours of the clock',
    'values.clock.WORKING_HOURS': 'working hours',
    'values.via.IN_APP': 'in Planwright',
    'values.via.APPROVAL': 'an approval process',
    'values.mode.ANY': 'any one agrees',
    'values.mode.ALL': 'all agree',
    'values.respondents.SUPERIOR': 'superior',
    'values.respondents.TEAM': 'team members',
    'values.respondents.LEARNER': 'learner',
    'values.channels.chat': 'chat',
    'values.channels.email': 'e-mail',
    'values.channels.sms': 'SMS',
    'values.channels.todo': 'to-do list',
    'values.channels.inbox': 'inbox',
    'values.role.LEARNER': 'learner',
    'values.role.MENTOR': 'mentor',
    'values.role.SUPERIOR': 'superior',
    'values.role.PEER': 'peer',
    'values.role.HR': 'HR',
    'values.weekday.MON': 'Mon',
    'values.weekday.TUE': 'Tue',
    'values.weekday.WED': 'Wed',
    'values.weekday.THU': 'Thu',
    'values.weekday.FRI': 'Fri',
    'values.weekday.SAT': 'Sat',
    'values.weekday.SUN': 'Sun',
    days: [["n",2,{"one":[["n"]," day"],"other":[["n"]," days"]}]],
    hours: [["n",2,{"one":[["n"]," hour"],"other":[["n"]," hours"]}]],
    minutes: [["n",2,{"one":[["n"]," minute"],"other":[["n"]," minutes"]}]],
    'result.COMPLETED': 'completed',
    'result.PASSED': 'passed',
    'result.FAILED': 'failed',
    'result.SUBMITTED': 'submitted',
    'result.APPROVED': 'approved',
    'result.REJECTED': 'rejected',
    scoreFrom: ["score ",["low"],"–100"],
    scoreBetween: ["score ",["low"]," to below ",["high"]],
    'join.ALL': 'all of its links',
    'join.ANY': 'any one of its links',
    'join.AT_LEAST': ["at least ",["n"]," of its links"],
    'completion.ALL': 'everything required',
    'completion.ALL_IN_ORDER': 'everything required, in order',
    'completion.AT_LEAST': ["at least ",["n"]," things"],
    'completion.MIN_POINTS': ["at least ",["n"]," points"],
    'condition.allOf': ["all of: ",["parts"]],
    'condition.anyOf': ["any of: ",["parts"]],
    'condition.and': ' and ',
    'condition.or': ' or ',
    'condition.not': ["not ",["part"]],
    'condition.atLeast': ["at least ",["n"]," of: ",["parts"]],
    'condition.item': [["item"]," is ",["result"]],
    'condition.brackets': ["(",["text"],")"],
    'dateRule.weekOnNode': ["Week ",["week"]," · ",["day"]],
    'dateRule.week': [["day"]," of week ",["week"]],
    'amount.MINUTE': [["n",2,{"one":[["n"]," minute"],"other":[["n"]," minutes"]}]],
    'amount.HOUR': [["n",2,{"one":[["n"]," hour"],"other":[["n"]," hours"]}]],
    'amount.DAY': [["n",2,{"one":[["n"]," day"],"other":[["n"]," days"]}]],
    'amount.WORKDAY': [["n",2,{"one":[["n"]," working day"],"other":[["n"]," working days"]}]],
    'amount.WEEK': [["n",2,{"one":[["n"]," week"],"other":[["n"]," weeks"]}]],
    'amount.MONTH': [["n",2,{"one":[["n"]," month"],"other":[["n"]," months"]}]],
    'anchor.START': 'the plan starts',
    'anchor.STAGE_START': 'the stage starts',
    'anchor.OPENED': 'it opens',
    'anchor.opened': [["item"]," opens"],
    'anchor.completed': [["item"]," is completed"],
    'anchor.due': [["item"]," is due"],
    'anchor.PROMOTED': 'the promotion',
    'anchor.FIRST_SIGN_IN': 'the first sign-in',
    'anchored.event.moment': ["at ",["anchor"]],
    'anchored.event.day': ["the day of ",["anchor"]],
    'anchored.event.workday': ["the day of ",["anchor"],", or the next working day"],
    'anchored.clause.moment': ["when ",["anchor"]],
    'anchored.clause.day': ["the day ",["anchor"]],
    'anchored.clause.workday': ["the day ",["anchor"],", or the next working day"],
    'anchored.after': [["amount"]," after ",["anchor"]],
    'anchored.before': [["amount"]," before ",["anchor"]],
    'anchored.at': [["when"],", ",["time"]],
    'roll.FOLLOWING': ', moved on from a day off',
    'roll.PRECEDING': ', brought forward from a day off',
    'roll.MODIFIED_FOLLOWING': ', moved on from a day off within the month',
    'place.plan': 'the plan',
    'place.propertyOf': ["the ",["property"]," of ",["place"]],
    'place.list.stages': 'stage',
    'place.list.items': 'item',
    'place.list.steps': 'step',
    'place.list.electives': 'elective group',
    'place.list.links': 'link',
    'place.list.reminders': 'reminder',
    'place.list.outcomes': 'outcome',
    'place.list.questions': 'question',
    'place.numbered': [["list"]," ",["number"]],
    'place.link': ["the link from ",["source"]," to ",["target"]],
    'place.namedIn': [["list"]," ",["name"]," of ",["owner"]],
    'place.numberedIn': [["entry"]," of ",["owner"]],
    'place.named': [["list"]," ",["name"]],
    'place.itemTitle': ["“",["title"],"”"],
  },
});
export const { say, sayIn, says } = messages;

// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  nothingToEdit: Record<never, never>;
  draftUnfinished: Record<never, never>;
  nobodyEnrolled: Record<never, never>;
  noBrowser: Record<never, never>;
  notAboutMentor: Record<never, never>;
  rematchedAlready: Record<never, never>;
  mentorsWereDrawn: Record<never, never>;
  badWeeks: { most: Said };
  badWeekday: Record<never, never>;
  badRecipients: { most: Said };
  recipientTwice: Record<never, never>;
  mayNotRead: Record<never, never>;
  nobodyToMatch: Record<never, never>;
  doesNotFit: { problem: Said };
  'buildReport.timeSpentLearning': Record<never, never>;
  'buildReport.qualityWork': Record<never, never>;
  'buildReport.mentorsResponseTime': Record<never, never>;
  'buildReport.contactsOtherDepartments': Record<never, never>;
  'buildReport.sharedDocuments': Record<never, never>;
  'correlate.peopleCompletedSo': { n: Said; had: Said; title: Said };
  'correlate.onlyPeopleBoth': { n: Said; fewest: Said };
  'correlate.everybodySameValue': Record<never, never>;
  'findFindings.waitSeeWhether': Record<never, never>;
  'findFindings.linkOutcomeCannot': { title: Said };
  'findFindings.useQuizScore': Record<never, never>;
  'findFindings.score': { title: Said };
  'findFindings.havingFinished': { title: Said };
  'findFindings.hardlyGoes': { figureOf: Said; yTitle: Said };
  'findFindings.rPeopleFinished': { pearson: Said; low: Said; high: Said; n: Said; completion: Said };
  'findFindings.checkAssessmentMeasures': Record<never, never>;
  'findFindings.splitIntoDraft': { title: Said };
  'findFindings.lookWhetherDate': Record<never, never>;
  'findFindings.oftenLate': { title: Said };
  'findFindings.timeTarget': { onTime: Said; target: Said; evidence: Said };
  'findFindings.corrected': { tested: number; adjustedP: Said };
  'findFindings.finishedButDone': { title: Said };
  'findFindings.finishedMeanQuality': { completion: Said; mean: Said; interval: Said; n: Said; target: Said; evidence: Said };
  'findFindings.addRehearsalCase': { title: Said };
  'findFindings.periodBefore': { count: Said; of: Said };
  'findFindings.givesFeedbackLate': { name: Said };
  'findFindings.timeChanceAlone': { timely: Said; earlier: Said; low: Said };
  'findFindings.afterTalkingMentor': Record<never, never>;
  'findFindings.talkMentorAbout': Record<never, never>;
  'findFindings.goes': { xTitle: Said; yTitle: Said };
  'findFindings.rPeopleAfter': { pearson: Said; low: Said; high: Said; n: Said; spearman: Said; adjustedP: Said };
  'findFindings.goingTogetherNot': Record<never, never>;
  'findFindings.giveMoreDays': { days: Said; more: Said };
  'learningTime.inAll': Record<never, never>;
  'outcomeSection.beforeAfter': Record<never, never>;
  'outcomeSection.tooFewRaters': Record<never, never>;
  'outcomeSection.tooFew': Record<never, never>;
  'outcomeSection.noSpread': Record<never, never>;
  'processSection.none': Record<never, never>;
  'processSection.enrolled': Record<never, never>;
  'processSection.cancelled': Record<never, never>;
  'processSection.started': Record<never, never>;
  'processSection.completed': Record<never, never>;
  'processSection.outcomeMeasured': Record<never, never>;
  'suggestEdits.draft': Record<never, never>;
  'suggestEdits.revision': Record<never, never>;
  'suggestEdits.final': Record<never, never>;
  'suggestEdits.rehearsal': Record<never, never>;
  'suggestEdits.caseSession': Record<never, never>;
  'checkOverlap.tooFewPeople': { least: Said; fewest: Said };
  'checkOverlap.afterWeightingGroups': { worst: Said };
  'checkOverlap.twoVersionsRan': Record<never, never>;
  'chooseCovariates.monthsCompany': Record<never, never>;
  'chooseCovariates.baselineOf': { title: Said };
  'compareObserved.overlap': Record<never, never>;
  'compareObserved.regression': Record<never, never>;
  'compareObserved.crude': Record<never, never>;
  'compareObserved.nothingKnownBeforehand': Record<never, never>;
  'compareObserved.adjusted': { columns: Said };
  'compareObserved.cannotToldApart': { inseparable: Said };
  'compareObserved.noOutcome': { without: Said };
  'compareObserved.incompleteInformationLeft': { left: Said };
  'compareObserved.cannotTellYet': { estimate: Said; other: Said };
  'compareObserved.sameValue': { title: Said };
  'compareObserved.semicolon': Record<never, never>;
  'compareRandomised.baseline': Record<never, never>;
  'compareRandomised.experimentComparedThese': { name: Said };
  'compareRandomised.experimentComparesThese': { name: Said; analysisOn: Said };
  'compareRandomised.notOpen': Record<never, never>;
  'evidenceNeeded.inWords': { e: Said; shift: boolean; l: Said };
  'poolCohorts.open': { k: Said; people: Said; title: Said; low: Said; high: Said };
  'poolCohorts.openNext': { k: Said; people: Said; title: Said; low: Said; high: Said; nextLow: Said; nextHigh: Said };
  'poolCohorts.differs': { k: Said; people: Said; title: Said; told: Said; low: Said; high: Said };
  'poolCohorts.differsNext': { k: Said; people: Said; title: Said; told: Said; low: Said; high: Said; nextLow: Said; nextHigh: Said };
  'composeReport.cannotTellYet': { title: Said; of: Said; n: Said; fewest: Said };
  'composeReport.cannotTellChanged': { n: Said; title: Said };
  'composeReport.cannotTellOnly': { title: Said; of: Said; n: Said };
  'composeReport.experimentCancelledSo': { name: Said; endReason: Said };
  'composeReport.experimentNotStarted': { name: Said };
  'composeReport.analysisDateExperiment': { name: Said };
  'composeReport.experimentRunningResults': { name: Said; analysisOn: Said };
  'composeReport.outcomesMeasuredBut': Record<never, never>;
  'composeReport.noOutcomeMeasured': Record<never, never>;
  'composeReport.applySuggestion': { edits: number };
  'composeReport.recordOutcomeBefore': Record<never, never>;
  'composeReport.giveNextCohort': Record<never, never>;
  'composeReport.semicolon': Record<never, never>;
  'composeReport.people': { n: Said };
  'composeReport.someOf': { of: Said; n: Said };
  'composeReport.anything': { people: Said; title: Said; low: Said; high: Said };
  'composeReport.changed': { people: Said; title: Said; estimate: Said; low: Said; high: Said };
  'composeReport.enrolled': { people: number };
  'composeReport.completion': { share: Said; counts: Said; people: number; missing: Said };
  'exportReport.title': Record<never, never>;
  'manifestRows.engineVersion': Record<never, never>;
  'manifestRows.cohort': Record<never, never>;
  'manifestRows.name': Record<never, never>;
  'manifestRows.startsOn': Record<never, never>;
  'manifestRows.plan': Record<never, never>;
  'manifestRows.planVersions': Record<never, never>;
  'manifestRows.number': Record<never, never>;
  'manifestRows.contentHash': Record<never, never>;
  'manifestRows.departments': Record<never, never>;
  'manifestRows.dataCutoff': Record<never, never>;
  'manifestRows.timeZone': Record<never, never>;
  'manifestRows.registration': Record<never, never>;
  'manifestRows.hypothesis': Record<never, never>;
  'manifestRows.metric': Record<never, never>;
  'manifestRows.smallestEffect': Record<never, never>;
  'manifestRows.analysisOn': Record<never, never>;
  'manifestRows.method': Record<never, never>;
  'manifestRows.measures': Record<never, never>;
  'manifestRows.sha256': Record<never, never>;
  'manifestRows.results': Record<never, never>;
  'manifestRows.status': Record<never, never>;
  'manifestRows.endReason': Record<never, never>;
  'manifestRows.openedAt': Record<never, never>;
  'manifestRows.verdicts': Record<never, never>;
  'manifestRows.arm': Record<never, never>;
  'manifestRows.verdict': Record<never, never>;
  'manifestRows.valuesThatCameLater': Record<never, never>;
  'manifestRows.allocation': Record<never, never>;
  'manifestRows.unit': Record<never, never>;
  'manifestRows.seed': Record<never, never>;
  'manifestRows.seedSha256': Record<never, never>;
  'manifestRows.rosterDigest': Record<never, never>;
  'manifestRows.targets': Record<never, never>;
  'manifestRows.exclusions': Record<never, never>;
  'manifestRows.reason': Record<never, never>;
  'manifestRows.n': Record<never, never>;
  'manifestRows.queries': Record<never, never>;
  'manifestRows.resultSha256': Record<never, never>;
  'manifestRows.methods': Record<never, never>;
  'manifestRows.suppression': Record<never, never>;
  'manifestRows.smallestGroup': Record<never, never>;
  'manifestRows.suppressed': Record<never, never>;
  'methodNotes.shares': Record<never, never>;
  'methodNotes.countsAddedUp': Record<never, never>;
  'methodNotes.outcomes': Record<never, never>;
  'methodNotes.peopleRandomisedCount': Record<never, never>;
  'methodNotes.meanDifferenceSame': Record<never, never>;
  'methodNotes.correlations': Record<never, never>;
  'methodNotes.pairsLookedPearson': { scanned: Said };
  'methodNotes.mentors': Record<never, never>;
  'methodNotes.feedbackTimeAgainst': Record<never, never>;
  'methodNotes.smallGroups': Record<never, never>;
  'methodNotes.groupsFewerThan': { fewest: Said };
  'methodNotes.satisfaction': Record<never, never>;
  'methodNotes.peopleAgreeWho': { fewest: Said };
  'methodNotes.learningTime': Record<never, never>;
  'methodNotes.peopleSaidThemselves': { fewest: Said };
  'methodNotes.experiment': Record<never, never>;
  'methodNotes.registeredMethod': { method: Said };
  'methodNotes.stoppedEarlySo': { endReason: Said };
  'methodNotes.resultsOpenedFrozen': { openedAt: Said };
  'methodNotes.oneValue': { count: number };
  'methodNotes.decided': { on: Said; decision: Said; reason: Said };
  'methodNotes.rollOutVersion': { version: Said };
  'methodNotes.keepVersion': { version: Said };
  'methodNotes.repeatExperiment': Record<never, never>;
  'methodNotes.semicolon': Record<never, never>;
  'nextStepOfExperiment.decided': { decision: Said; reason: Said };
  'nextStepOfExperiment.startExperiment': Record<never, never>;
  'nextStepOfExperiment.completeMeasurementsThen': Record<never, never>;
  'nextStepOfExperiment.letExperimentRun': { analysisOn: Said };
  'nextStepOfExperiment.EQUIVALENT': Record<never, never>;
  'nextStepOfExperiment.NOT_COMPARABLE': Record<never, never>;
  'nextStepOfExperiment.EXPLORATORY': Record<never, never>;
  'nextStepOfExperiment.again': Record<never, never>;
  'nextStepOfExperiment.keep': Record<never, never>;
  'nextStepOfExperiment.rollOut': Record<never, never>;
  'proposeMentors.timely': { count: Said; of: Said };
  'proposeMentors.reason': { led: number; timely: Said; load: Said };
  'reportNotices.evaluationReport': { cohort: Said };
  'experimentSections.arms': Record<never, never>;
  'experimentSections.arm': Record<never, never>;
  'experimentSections.allocated': Record<never, never>;
  'experimentSections.measured': Record<never, never>;
  'experimentSections.mean': Record<never, never>;
  'experimentSections.deviation': Record<never, never>;
  'experimentSections.comparisons': Record<never, never>;
  'experimentSections.reference': Record<never, never>;
  'experimentSections.estimate': Record<never, never>;
  'experimentSections.low': Record<never, never>;
  'experimentSections.high': Record<never, never>;
  'experimentSections.verdict': Record<never, never>;
  'experimentSections.measures': Record<never, never>;
  'experimentSections.metric': Record<never, never>;
  'experimentSections.adjusted': Record<never, never>;
  'reportSections.summary': Record<never, never>;
  'reportSections.item': Record<never, never>;
  'reportSections.value': Record<never, never>;
  'reportSections.cohort': Record<never, never>;
  'reportSections.generatedAt': Record<never, never>;
  'reportSections.headline': Record<never, never>;
  'reportSections.nextStep': Record<never, never>;
  'reportSections.flow': Record<never, never>;
  'reportSections.people': Record<never, never>;
  'reportSections.process': Record<never, never>;
  'reportSections.stages': Record<never, never>;
  'reportSections.departments': Record<never, never>;
  'reportSections.share': Record<never, never>;
  'reportSections.low': Record<never, never>;
  'reportSections.high': Record<never, never>;
  'reportSections.count': Record<never, never>;
  'reportSections.of': Record<never, never>;
  'reportSections.learningTime': Record<never, never>;
  'reportSections.planned': Record<never, never>;
  'reportSections.median': Record<never, never>;
  'reportSections.lowHalf': Record<never, never>;
  'reportSections.highHalf': Record<never, never>;
  'reportSections.fewPeople': Record<never, never>;
  'reportSections.ratings': Record<never, never>;
  'reportSections.agree': Record<never, never>;
  'reportSections.agreeing': Record<never, never>;
  'reportSections.answers': Record<never, never>;
  'reportSections.mean': Record<never, never>;
  'reportSections.scale': Record<never, never>;
  'reportSections.closesOn': Record<never, never>;
  'reportSections.SUPERIOR': Record<never, never>;
  'reportSections.TEAM': Record<never, never>;
  'reportSections.LEARNER': Record<never, never>;
  'reportSections.outcomes': Record<never, never>;
  'reportSections.metric': Record<never, never>;
  'reportSections.method': Record<never, never>;
  'reportSections.estimate': Record<never, never>;
  'reportSections.note': Record<never, never>;
  'reportSections.integrity': Record<never, never>;
  'reportSections.passed': Record<never, never>;
  'reportSections.yes': Record<never, never>;
  'reportSections.no': Record<never, never>;
  'reportSections.sensitivity': Record<never, never>;
  'reportSections.correlations': Record<never, never>;
  'reportSections.adjusted': Record<never, never>;
  'reportSections.courses': Record<never, never>;
  'reportSections.tasks': Record<never, never>;
  'reportSections.completion': Record<never, never>;
  'reportSections.onTime': Record<never, never>;
  'reportSections.quality': Record<never, never>;
  'reportSections.mentors': Record<never, never>;
  'reportSections.outside': Record<never, never>;
  'reportSections.findings': Record<never, never>;
  'reportSections.rule': Record<never, never>;
  'reportSections.grade': Record<never, never>;
  'reportSections.evidence': Record<never, never>;
  'reportSections.suggestion': Record<never, never>;
  'reportSections.edits': Record<never, never>;
  'reportSections.methods': Record<never, never>;
  'reportSections.manifest': Record<never, never>;
  'reportSections.weak': Record<never, never>;
  'reportSections.STRONG': Record<never, never>;
  'reportSections.MODERATE': Record<never, never>;
  'reportSections.NOT_ENOUGH_DATA': Record<never, never>;
  'reportSections.ratingOf': { who: Said; text: Said };
  linkOver: Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    nothingToEdit: '该建议涉及人员或内容，计划无需修改，由你跟进。',
    draftUnfinished: '草稿还不是完整的计划。先在设计器里改好，再采纳建议。',
    nobodyEnrolled: '这一期还没有你能看到的学员。先安排人员入营。',
    noBrowser: '服务器上没有可用于打印的 Chromium。用 PLANWRIGHT_CHROMIUM 指定一个，或换一种格式。',
    notAboutMentor: '该发现不涉及改配导师，选择涉及的一条。',
    rematchedAlready: '这位导师的学员已经改配。',
    mentorsWereDrawn: '进行中的实验按导师分组。到分析日期之后再改配。',
    badWeeks: ["间隔选 1–",["most"]," 周。"],
    badWeekday: '选周一到周日中的一天（1–7）。',
    badRecipients: ["选 1–",["most"]," 位收件人。"],
    recipientTwice: '收件人重复，删除其中一个。',
    mayNotRead: '此人无权查看报告，请选择人力资源或管理员。',
    nobodyToMatch: '没有可改配的学员或导师。先指定更多导师。',
    doesNotFit: ["草稿已改动，这条建议不再适用：",["problem"]],
    'buildReport.timeSpentLearning': '学习时长',
    'buildReport.qualityWork': '任务质量',
    'buildReport.mentorsResponseTime': '导师反馈用时',
    'buildReport.contactsOtherDepartments': '跨部门协作人数',
    'buildReport.sharedDocuments': '共享文档数',
    'correlate.peopleCompletedSo': [["n"]," 人中 ",["had"]," 人完成，几乎没有对照，不能说完成与否和「",["title"],"」有没有关系"],
    'correlate.onlyPeopleBoth': ["只有 ",["n"]," 人两项都有数据，至少要 ",["fewest"]," 人才给出系数"],
    'correlate.everybodySameValue': '所有人的数值相同，没有可比的变化',
    'findFindings.waitSeeWhether': '先看下一期是否仍然如此',
    'findFindings.linkOutcomeCannot': ["「",["title"],"」与成效的关系无法判断"],
    'findFindings.useQuizScore': '用测评分数或任务质量代替“是否完成”，才能看出差别',
    'findFindings.score': ["「",["title"],"」的得分"],
    'findFindings.havingFinished': ["是否完成「",["title"],"」"],
    'findFindings.hardlyGoes': [["figureOf"],"与「",["yTitle"],"」关系很小"],
    'findFindings.rPeopleFinished': ["相关 r = ",["pearson"],"（",["low"]," – ",["high"],"，",["n"]," 人）；完成 ",["completion"],"，几乎没有人没完成，看不出课程本身有没有用"],
    'findFindings.checkAssessmentMeasures': '检查测评是否考到了工作中要用的内容；课程本身有没有用，用对照实验来看',
    'findFindings.splitIntoDraft': ["把「",["title"],"」分成初稿、修改稿、定稿三步，各有期限"],
    'findFindings.lookWhetherDate': '看看期限是否合适',
    'findFindings.oftenLate': ["「",["title"],"」常常逾期"],
    'findFindings.timeTarget': ["按时 ",["onTime"],"，目标 ",["target"],"；",["evidence"]],
    'findFindings.corrected': ["按同时检验 ",["tested"]," 项校正后 ",["adjustedP"]],
    'findFindings.finishedButDone': ["「",["title"],"」学完了，但质量不高"],
    'findFindings.finishedMeanQuality': ["完成 ",["completion"],"；质量平均 ",["mean"]," 分",["interval"],"，",["n"]," 人，目标 ",["target"],"；",["evidence"]],
    'findFindings.addRehearsalCase': ["在「",["title"],"」之后增加实战演练和案例研讨"],
    'findFindings.periodBefore': ["，上一期 ",["count"]," / ",["of"]],
    'findFindings.givesFeedbackLate': ["导师",["name"],"的反馈偏慢"],
    'findFindings.timeChanceAlone': ["按时反馈 ",["timely"],["earlier"],"；同样数量的反馈，偶然最低约 ",["low"]],
    'findFindings.afterTalkingMentor': '与导师谈过之后，可为其学员改配导师',
    'findFindings.talkMentorAbout': '先与导师谈谈负担和安排',
    'findFindings.goes': ["「",["xTitle"],"」与「",["yTitle"],"」相关"],
    'findFindings.rPeopleAfter': ["r = ",["pearson"],"（",["low"]," – ",["high"],"，",["n"]," 人），ρ = ",["spearman"],"；校正后 ",["adjustedP"]],
    'findFindings.goingTogetherNot': '相关不等于因果；用对照实验验证',
    'findFindings.giveMoreDays': ["期限由 ",["days"]," 天改为 ",["more"]," 天"],
    'learningTime.inAll': '每人合计',
    'outcomeSection.beforeAfter': '前后对比，没有对照组',
    'outcomeSection.tooFewRaters': '作答的上级不足 5 人，不显示结果',
    'outcomeSection.tooFew': '不足 5 人同时有起点和结果',
    'outcomeSection.noSpread': '所有人的变化相同，无法给出区间',
    'processSection.none': '未分部门',
    'processSection.enrolled': '入营',
    'processSection.cancelled': '中途取消',
    'processSection.started': '开始',
    'processSection.completed': '完成',
    'processSection.outcomeMeasured': '有成效数据',
    'suggestEdits.draft': '初稿',
    'suggestEdits.revision': '修改稿',
    'suggestEdits.final': '定稿',
    'suggestEdits.rehearsal': '实战演练',
    'suggestEdits.caseSession': '案例研讨',
    'checkOverlap.tooFewPeople': ["两组相似的人太少（加权后仅相当于 ",["least"]," 人，至少要 ",["fewest"]," 人）"],
    'checkOverlap.afterWeightingGroups': ["加权后两组的起点仍相差 ",["worst"]," 个标准差"],
    'checkOverlap.twoVersionsRan': '两个版本多半用在不同的部门',
    'chooseCovariates.monthsCompany': '司龄（月）',
    'chooseCovariates.baselineOf': ["「",["title"],"」的起点"],
    'compareObserved.overlap': '重叠权重加回归（稳健误差）',
    'compareObserved.regression': '普通回归（HC2）',
    'compareObserved.crude': '未调整：Welch t 检验',
    'compareObserved.nothingKnownBeforehand': '没有可用来调整的起点信息',
    'compareObserved.adjusted': ["已按以下信息调整：",["columns"]],
    'compareObserved.cannotToldApart': ["无法与版本分开：",["inseparable"]],
    'compareObserved.noOutcome': ["没有结果：",["without"]],
    'compareObserved.incompleteInformationLeft': [["left"]," 人信息不全，未计入"],
    'compareObserved.cannotTellYet': ["尚不能判断：两种调整方法得出相反的方向（",["estimate"]," 与 ",["other"],"）"],
    'compareObserved.sameValue': ["无法比较：所有人的「",["title"],"」数值相同"],
    'compareObserved.semicolon': '；',
    'compareRandomised.baseline': '起点',
    'compareRandomised.experimentComparedThese': ["对照实验「",["name"],"」比较了这两个版本，结果还没有人开放"],
    'compareRandomised.experimentComparesThese': ["对照实验「",["name"],"」正在比较这两个版本，",["analysisOn"]," 起可开放结果"],
    'compareRandomised.notOpen': '结果未开放',
    'evidenceNeeded.inWords': ["要解释掉这一差异，一个没有测量的因素（比如更强的经理被安排到其中一版）须与版本和结果都相关到 ",["e"]," 倍",["shift",1,{"true":"；区间本来就包含“没有差异”","other":["；要让区间包含“没有差异”，",["l"]," 倍就够"]}]],
    'poolCohorts.open': [["k"]," 期合并（",["people"]," 人）仍不能判断：「",["title"],"」的差异可能在 ",["low"]," 到 ",["high"]," 之间"],
    'poolCohorts.openNext': [["k"]," 期合并（",["people"]," 人）仍不能判断：「",["title"],"」的差异可能在 ",["low"]," 到 ",["high"]," 之间；再做一期，真实差异可能在 ",["nextLow"]," 到 ",["nextHigh"]," 之间"],
    'poolCohorts.differs': [["k"]," 期合并（",["people"]," 人）：「",["title"],"」相差 ",["told"],"（",["low"],"～",["high"],"）"],
    'poolCohorts.differsNext': [["k"]," 期合并（",["people"]," 人）：「",["title"],"」相差 ",["told"],"（",["low"],"～",["high"],"）；再做一期，真实差异可能在 ",["nextLow"]," 到 ",["nextHigh"]," 之间"],
    'composeReport.cannotTellYet': ["尚不能判断：「",["title"],"」",["of"]," 人中只有 ",["n"]," 人同时有起点和结果，至少要 ",["fewest"]," 人"],
    'composeReport.cannotTellChanged': ["尚不能判断：",["n"]," 人的「",["title"],"」前后变化完全相同，给不出区间"],
    'composeReport.cannotTellOnly': ["尚不能判断：「",["title"],"」",["of"]," 人中只有 ",["n"]," 人同时有起点和结果，其余的人怎样并不知道"],
    'composeReport.experimentCancelledSo': ["对照实验「",["name"],"」已取消，没有结果：",["endReason"]],
    'composeReport.experimentNotStarted': ["对照实验「",["name"],"」还没有开始"],
    'composeReport.analysisDateExperiment': ["对照实验「",["name"],"」已到分析日期，结果还没有人开放"],
    'composeReport.experimentRunningResults': ["对照实验「",["name"],"」进行中，",["analysisOn"]," 起可开放结果"],
    'composeReport.outcomesMeasuredBut': '有结果，但没有起点可比，看不出变化',
    'composeReport.noOutcomeMeasured': '没有成效数据，看不出计划是否有用',
    'composeReport.applySuggestion': ["采纳 ",["edits"]," 条有依据的建议，生成新版草稿，再与现行版本做对照实验"],
    'composeReport.recordOutcomeBefore': '先记录成效指标的起点和结果，下一期才能判断',
    'composeReport.giveNextCohort': '下一期设对照组，才能判断变化是否来自计划',
    'composeReport.semicolon': '；',
    'composeReport.people': [["n"]," 人"],
    'composeReport.someOf': [["of"]," 人中 ",["n"]," 人"],
    'composeReport.anything': ["尚不能判断：",["people"],"的「",["title"],"」前后变化可能在 ",["low"]," 到 ",["high"]," 之间，且没有对照组"],
    'composeReport.changed': [["people"],"的「",["title"],"」前后变化 ",["estimate"],"（",["low"],"～",["high"],"）；没有对照组，不能说是计划造成的"],
    'composeReport.enrolled': [["people"]," 人已入营，还没有到期的任务，也没有成效数据"],
    'composeReport.completion': ["完成率 ",["share"],"（",["counts"],"，",["people"]," 人）；",["missing"]],
    'exportReport.title': '评估报告',
    'manifestRows.engineVersion': '计算程序',
    'manifestRows.cohort': '期次',
    'manifestRows.name': '名称',
    'manifestRows.startsOn': '开始',
    'manifestRows.plan': '培养计划',
    'manifestRows.planVersions': '计划版本',
    'manifestRows.number': '版本号',
    'manifestRows.contentHash': '内容校验',
    'manifestRows.departments': '部门',
    'manifestRows.dataCutoff': '数据截止',
    'manifestRows.timeZone': '时区',
    'manifestRows.registration': '实验登记',
    'manifestRows.hypothesis': '假设',
    'manifestRows.metric': '指标',
    'manifestRows.smallestEffect': '最小有意义差异',
    'manifestRows.analysisOn': '分析日期',
    'manifestRows.method': '方法',
    'manifestRows.measures': '其他指标',
    'manifestRows.sha256': '校验',
    'manifestRows.results': '实验结果',
    'manifestRows.status': '状态',
    'manifestRows.endReason': '结束原因',
    'manifestRows.openedAt': '查看时间',
    'manifestRows.verdicts': '结论',
    'manifestRows.arm': '组',
    'manifestRows.verdict': '结论',
    'manifestRows.valuesThatCameLater': '之后到达的数值',
    'manifestRows.allocation': '随机分配',
    'manifestRows.unit': '单位',
    'manifestRows.seed': '随机种子',
    'manifestRows.seedSha256': '种子校验',
    'manifestRows.rosterDigest': '名单校验',
    'manifestRows.targets': '目标',
    'manifestRows.exclusions': '未计入',
    'manifestRows.reason': '原因',
    'manifestRows.n': '人数',
    'manifestRows.queries': '读取的数据',
    'manifestRows.resultSha256': '校验',
    'manifestRows.methods': '方法',
    'manifestRows.suppression': '小组隐藏',
    'manifestRows.smallestGroup': '最少人数',
    'manifestRows.suppressed': '已隐藏',
    'methodNotes.shares': '比例',
    'methodNotes.countsAddedUp': '计数合并后求比例；95% 区间为 Wilson 区间，按人而不是按条目计（同一人的条目彼此相似）；中途取消的人只计入流程',
    'methodNotes.outcomes': '成效',
    'methodNotes.peopleRandomisedCount': '随机分组，按分到的组分析；结论看区间，不看点估计',
    'methodNotes.meanDifferenceSame': '同一人前后之差的均值，区间为配对 t 的 95% 区间；没有对照组，变化不等于效果',
    'methodNotes.correlations': '相关',
    'methodNotes.pairsLookedPearson': ["共看了 ",["scanned"]," 对；Pearson（Fisher z 区间）和 Spearman，p 值经 Benjamini–Hochberg 校正；不足 10 人不给系数，不足 30 人标为探索性"],
    'methodNotes.mentors': '导师',
    'methodNotes.feedbackTimeAgainst': '按时反馈与总体比例的二项漏斗限（95% 与 99.8%）相比；至少 10 次反馈才比',
    'methodNotes.smallGroups': '小群体',
    'methodNotes.groupsFewerThan': ["不足 ",["fewest"]," 人的分组不显示；能用减法算出的也不显示"],
    'methodNotes.satisfaction': '满意度',
    'methodNotes.peopleAgreeWho': ["选择高于量表中点即为同意；95% 区间为 Wilson 区间，同一团队或同一上级的答案合并计算；不足 ",["fewest"]," 人回答不显示"],
    'methodNotes.learningTime': '学习用时',
    'methodNotes.peopleSaidThemselves': ["学员完成时自己填写，可不填；显示中位数和中间一半人的范围，不足 ",["fewest"]," 人填写不显示"],
    'methodNotes.experiment': '对照实验',
    'methodNotes.registeredMethod': ["事先登记的方法：",["method"]],
    'methodNotes.stoppedEarlySo': ["提前停止，没有结论：",["endReason"]],
    'methodNotes.resultsOpenedFrozen': ["结果于 ",["openedAt"]," 开放并冻结，之后的数值不改变结论"],
    'methodNotes.oneValue': ["开放后有 ",["count"]," 个数值新增或变动，另作一行估计"],
    'methodNotes.decided': [["on"]," 决定",["decision"],"：",["reason"]],
    'methodNotes.rollOutVersion': ["推广第 ",["version"]," 版"],
    'methodNotes.keepVersion': ["保留第 ",["version"]," 版"],
    'methodNotes.repeatExperiment': '再做一次实验',
    'methodNotes.semicolon': '；',
    'nextStepOfExperiment.decided': ["已决定",["decision"],"：",["reason"]],
    'nextStepOfExperiment.startExperiment': '开始对照实验',
    'nextStepOfExperiment.completeMeasurementsThen': '补齐测量，然后开放实验结果',
    'nextStepOfExperiment.letExperimentRun': ["按计划进行到 ",["analysisOn"],"，其间补齐测量"],
    'nextStepOfExperiment.EQUIVALENT': '选更省事的版本，并记录决定',
    'nextStepOfExperiment.NOT_COMPARABLE': '先排除没有通过的检查的原因，再做一次',
    'nextStepOfExperiment.EXPLORATORY': '把它登记为下一次实验的主要指标，再验证一次',
    'nextStepOfExperiment.again': '再用一期做同样的对照，两期合并后再看；然后记录决定',
    'nextStepOfExperiment.keep': '保留参照版本，找出新版中拖后腿的改动，并记录决定',
    'nextStepOfExperiment.rollOut': '推广更好的版本，并记录决定',
    'proposeMentors.timely': ["按时反馈 ",["count"]," / ",["of"]],
    'proposeMentors.reason': ["带过 ",["led"]," 人，",["timely"],"，目前带 ",["load"]," 人"],
    'reportNotices.evaluationReport': ["“",["cohort"],"”的评估报告"],
    'experimentSections.arms': '对照实验：各组',
    'experimentSections.arm': '组',
    'experimentSections.allocated': '分配人数',
    'experimentSections.measured': '有结果',
    'experimentSections.mean': '均值',
    'experimentSections.deviation': '标准差',
    'experimentSections.comparisons': '对照实验：比较',
    'experimentSections.reference': '参照组',
    'experimentSections.estimate': '差值',
    'experimentSections.low': '下限',
    'experimentSections.high': '上限',
    'experimentSections.verdict': '结论',
    'experimentSections.measures': '对照实验：其他指标',
    'experimentSections.metric': '指标',
    'experimentSections.adjusted': '校正后 p',
    'reportSections.summary': '结论',
    'reportSections.item': '项目',
    'reportSections.value': '内容',
    'reportSections.cohort': '期次',
    'reportSections.generatedAt': '生成时间',
    'reportSections.headline': '结论',
    'reportSections.nextStep': '下一步',
    'reportSections.flow': '人员流向',
    'reportSections.people': '人数',
    'reportSections.process': '过程',
    'reportSections.stages': '阶段',
    'reportSections.departments': '部门',
    'reportSections.share': '比例',
    'reportSections.low': '下限',
    'reportSections.high': '上限',
    'reportSections.count': '计数',
    'reportSections.of': '总数',
    'reportSections.learningTime': '学习用时（分钟）',
    'reportSections.planned': '计划用时',
    'reportSections.median': '中位数',
    'reportSections.lowHalf': '中间一半人：下限',
    'reportSections.highHalf': '中间一半人：上限',
    'reportSections.fewPeople': '填写的人不足 5 人，不显示',
    'reportSections.ratings': '满意度',
    'reportSections.agree': '同意的比例',
    'reportSections.agreeing': '同意',
    'reportSections.answers': '答案数',
    'reportSections.mean': '平均分',
    'reportSections.scale': '满分',
    'reportSections.closesOn': '截止日期',
    'reportSections.SUPERIOR': '上级',
    'reportSections.TEAM': '团队成员',
    'reportSections.LEARNER': '学员',
    'reportSections.outcomes': '成效',
    'reportSections.metric': '指标',
    'reportSections.method': '方法',
    'reportSections.estimate': '估计值',
    'reportSections.note': '说明',
    'reportSections.integrity': '完整性检查',
    'reportSections.passed': '通过',
    'reportSections.yes': '是',
    'reportSections.no': '否',
    'reportSections.sensitivity': '敏感性分析',
    'reportSections.correlations': '相关',
    'reportSections.adjusted': '校正后 p',
    'reportSections.courses': '课程',
    'reportSections.tasks': '任务',
    'reportSections.completion': '完成',
    'reportSections.onTime': '按时',
    'reportSections.quality': '平均分',
    'reportSections.mentors': '导师',
    'reportSections.outside': '超出界限',
    'reportSections.findings': '发现与建议',
    'reportSections.rule': '规则',
    'reportSections.grade': '证据',
    'reportSections.evidence': '依据',
    'reportSections.suggestion': '建议',
    'reportSections.edits': '计划改动',
    'reportSections.methods': '方法',
    'reportSections.manifest': '清单',
    'reportSections.weak': '数据不足、未列出的观察',
    'reportSections.STRONG': '充分',
    'reportSections.MODERATE': '中等',
    'reportSections.NOT_ENOUGH_DATA': '数据不足',
    'reportSections.ratingOf': [["who"],"：",["text"]],
    linkOver: '链接已失效：仅在十分钟内有效，且只有导出者本人登录期间可以打开。请回到报告重新导出。',
  },
  en: {
    nothingToEdit: 'This suggestion is about people or contents, so the plan needs no edit. Act on it yourself.',
    draftUnfinished: 'The draft is not a complete plan. Complete it in the designer first, then apply the suggestion.',
    nobodyEnrolled: 'Nobody that you can see is enrolled in this cohort. Enrol people first.',
    noBrowser: 'This server has no Chromium to print with. Set PLANWRIGHT_CHROMIUM to one, or choose another format.',
    notAboutMentor: 'This finding does not ask for other mentors. Choose one that does.',
    rematchedAlready: 'The people of this mentor already have other mentors.',
    mentorsWereDrawn: 'A running experiment assigned whole mentors to versions. Rematch after its analysis date.',
    badWeeks: ["Choose every 1 to ",["most"]," weeks."],
    badWeekday: 'Choose a day of the week, 1 to 7.',
    badRecipients: ["Choose 1 to ",["most"]," people."],
    recipientTwice: 'This person is in the list twice. Remove one.',
    mayNotRead: 'This person may not read reports. Choose HR or an administrator.',
    nobodyToMatch: 'Nobody can be matched with another mentor. Name more people as mentors first.',
    doesNotFit: ["The draft has changed, so this edit no longer fits: ",["problem"]],
    'buildReport.timeSpentLearning': 'Time spent learning',
    'buildReport.qualityWork': 'Quality of work',
    'buildReport.mentorsResponseTime': 'Mentor’s response time',
    'buildReport.contactsOtherDepartments': 'Contacts in other departments',
    'buildReport.sharedDocuments': 'Shared documents',
    'correlate.peopleCompletedSo': [["had"]," of ",["n"]," people completed it, so there is hardly anybody to compare with: its link to ",["title"]," cannot be told"],
    'correlate.onlyPeopleBoth': ["Only ",["n"]," people have both figures; a coefficient takes ",["fewest"]],
    'correlate.everybodySameValue': 'Everybody has the same value: nothing varies',
    'findFindings.waitSeeWhether': 'Wait and see whether the next cohort shows it too',
    'findFindings.linkOutcomeCannot': [["title"],": its link to the outcome cannot be told"],
    'findFindings.useQuizScore': 'Use a quiz score or the quality of a task instead of having finished it, so that a difference can be seen',
    'findFindings.score': ["The score in ",["title"]],
    'findFindings.havingFinished': ["Having finished ",["title"]],
    'findFindings.hardlyGoes': [["figureOf"]," hardly goes with ",["yTitle"]],
    'findFindings.rPeopleFinished': ["r = ",["pearson"]," (",["low"]," – ",["high"],", ",["n"]," people); finished by ",["completion"],", so hardly anyone is left to show what the course itself does"],
    'findFindings.checkAssessmentMeasures': 'Check that its assessment measures what the job needs; use an experiment to see whether the course itself helps',
    'findFindings.splitIntoDraft': ["Split ",["title"]," into draft, revision and final, each with its own date"],
    'findFindings.lookWhetherDate': 'Look at whether the date is right',
    'findFindings.oftenLate': [["title"]," is often late"],
    'findFindings.timeTarget': ["On time for ",["onTime"],"; the target is ",["target"],"; ",["evidence"]],
    'findFindings.corrected': [["adjustedP"],", corrected for ",["tested",2,{"one":"one figure","other":[["tested"]," figures"]}]," held against a target"],
    'findFindings.finishedButDone': [["title"]," is finished, but done poorly"],
    'findFindings.finishedMeanQuality': ["Finished by ",["completion"],"; mean quality ",["mean"],["interval"]," of 100, ",["n"]," people, target ",["target"],"; ",["evidence"]],
    'findFindings.addRehearsalCase': ["Add a rehearsal and a case session after ",["title"]],
    'findFindings.periodBefore': [", ",["count"]," / ",["of"]," in the period before"],
    'findFindings.givesFeedbackLate': [["name"]," gives feedback late"],
    'findFindings.timeChanceAlone': ["In time for ",["timely"],["earlier"],"; chance alone rarely gives less than ",["low"]," of that many"],
    'findFindings.afterTalkingMentor': 'After talking to the mentor, match their people with another one',
    'findFindings.talkMentorAbout': 'Talk to the mentor about load and time first',
    'findFindings.goes': [["xTitle"]," goes with ",["yTitle"]],
    'findFindings.rPeopleAfter': ["r = ",["pearson"]," (",["low"]," – ",["high"],", ",["n"]," people), ρ = ",["spearman"],"; ",["adjustedP"]," after adjusting"],
    'findFindings.goingTogetherNot': 'Going together is not causing; let an experiment tell',
    'findFindings.giveMoreDays': ["Give ",["more"]," days instead of ",["days"]],
    'learningTime.inAll': 'Each person in all',
    'outcomeSection.beforeAfter': 'Before and after, without a comparison group',
    'outcomeSection.tooFewRaters': 'Fewer than 5 superiors have answered, so no result is shown',
    'outcomeSection.tooFew': 'Fewer than 5 people have both a baseline and an outcome',
    'outcomeSection.noSpread': 'Everybody changed by the same, so no interval can be given',
    'processSection.none': 'No department',
    'processSection.enrolled': 'Enrolled',
    'processSection.cancelled': 'Cancelled',
    'processSection.started': 'Started',
    'processSection.completed': 'Completed',
    'processSection.outcomeMeasured': 'Outcome measured',
    'suggestEdits.draft': 'Draft',
    'suggestEdits.revision': 'Revision',
    'suggestEdits.final': 'Final',
    'suggestEdits.rehearsal': 'rehearsal',
    'suggestEdits.caseSession': 'case session',
    'checkOverlap.tooFewPeople': ["too few people of the two groups are alike (worth ",["least"]," after weighting, it takes ",["fewest"],")"],
    'checkOverlap.afterWeightingGroups': ["after weighting the groups still started ",["worst"]," standard deviations apart"],
    'checkOverlap.twoVersionsRan': 'the two versions ran mostly in different departments',
    'chooseCovariates.monthsCompany': 'months in the company',
    'chooseCovariates.baselineOf': ["baseline of ",["title"]],
    'compareObserved.overlap': 'Overlap weights with regression (sandwich errors)',
    'compareObserved.regression': 'Ordinary regression (HC2)',
    'compareObserved.crude': 'Not adjusted: Welch t-test',
    'compareObserved.nothingKnownBeforehand': 'Nothing was known beforehand that could be held equal',
    'compareObserved.adjusted': ["Adjusted for ",["columns"]],
    'compareObserved.cannotToldApart': ["cannot be told apart from the version: ",["inseparable"]],
    'compareObserved.noOutcome': ["no outcome of ",["without"]],
    'compareObserved.incompleteInformationLeft': [["left"]," with incomplete information are left out"],
    'compareObserved.cannotTellYet': ["Cannot tell yet: two ways of adjusting point in opposite directions (",["estimate"]," and ",["other"],")"],
    'compareObserved.sameValue': ["Nothing to compare: everybody has the same value of ",["title"]],
    'compareObserved.semicolon': '; ',
    'compareRandomised.baseline': 'baseline',
    'compareRandomised.experimentComparedThese': ["The experiment “",["name"],"” compared these versions; nobody has opened its results yet"],
    'compareRandomised.experimentComparesThese': ["The experiment “",["name"],"” compares these versions; its results can be opened from ",["analysisOn"]," on"],
    'compareRandomised.notOpen': 'Results are not open yet',
    'evidenceNeeded.inWords': ["To explain this difference away, something unmeasured (say, stronger managers on one version) would have to go with both version and outcome by a factor of ",["e"],["shift",1,{"true":"; the interval holds no difference as it is","other":["; a factor of ",["l"]," would do to let the interval reach no difference"]}]],
    'poolCohorts.open': [["k"]," cohorts together (",["people"]," people) cannot tell yet: the difference in ",["title"]," could be anything from ",["low"]," to ",["high"]],
    'poolCohorts.openNext': [["k"]," cohorts together (",["people"]," people) cannot tell yet: the difference in ",["title"]," could be anything from ",["low"]," to ",["high"],"; in one more cohort it could be anything from ",["nextLow"]," to ",["nextHigh"]],
    'poolCohorts.differs': [["k"]," cohorts together (",["people"]," people): ",["title"]," differs by ",["told"]," (",["low"]," to ",["high"],")"],
    'poolCohorts.differsNext': [["k"]," cohorts together (",["people"]," people): ",["title"]," differs by ",["told"]," (",["low"]," to ",["high"],"); in one more cohort it could be anything from ",["nextLow"]," to ",["nextHigh"]],
    'composeReport.cannotTellYet': ["Cannot tell yet: ",["n"]," of ",["of"]," people have both a baseline and an outcome of ",["title"],"; it takes ",["fewest"]],
    'composeReport.cannotTellChanged': ["Cannot tell: ",["title"]," changed by exactly the same for all ",["n"]," people who have both a baseline and an outcome, so there is no interval"],
    'composeReport.cannotTellOnly': ["Cannot tell: only ",["n"]," of ",["of"]," people have both a baseline and an outcome of ",["title"],", and how the others did is not known"],
    'composeReport.experimentCancelledSo': ["The experiment “",["name"],"” was cancelled, so there is no result: ",["endReason"]],
    'composeReport.experimentNotStarted': ["The experiment “",["name"],"” has not started"],
    'composeReport.analysisDateExperiment': ["The analysis date of the experiment “",["name"],"” has come; nobody has opened its results yet"],
    'composeReport.experimentRunningResults': ["The experiment “",["name"],"” is running; its results can be opened from ",["analysisOn"]," on"],
    'composeReport.outcomesMeasuredBut': 'outcomes were measured but no baseline, so no change can be told',
    'composeReport.noOutcomeMeasured': 'no outcome was measured, so whether the plan works cannot be told',
    'composeReport.applySuggestion': ["Apply the ",["edits",2,{"one":"suggestion that has","other":[["edits"]," suggestions that have"]}]," evidence, and compare the new version with the present one in an experiment"],
    'composeReport.recordOutcomeBefore': 'Record an outcome before the start and after the end, so that the next cohort can tell',
    'composeReport.giveNextCohort': 'Give the next cohort a comparison group, so that the change can be told from what would have come anyway',
    'composeReport.semicolon': '; ',
    'composeReport.people': ["all ",["n"]," people"],
    'composeReport.someOf': [["n"]," of ",["of"]," people"],
    'composeReport.anything': ["Cannot tell yet: the change in ",["title"]," among ",["people"]," could be anything from ",["low"]," to ",["high"],", and there is nobody to compare with"],
    'composeReport.changed': [["title"]," changed by ",["estimate"]," (",["low"]," to ",["high"],") among ",["people"],"; there was no comparison group, so the plan cannot be named as the cause"],
    'composeReport.enrolled': [["people",2,{"one":"One person","other":[["people"]," people"]}]," enrolled; nothing was due yet and no outcome was measured"],
    'composeReport.completion': ["Completion ",["share"]," (",["counts"],", ",["people",2,{"one":"one person","other":[["people"]," people"]}],"); ",["missing"]],
    'exportReport.title': 'Evaluation report',
    'manifestRows.engineVersion': 'Computed by',
    'manifestRows.cohort': 'Cohort',
    'manifestRows.name': 'name',
    'manifestRows.startsOn': 'starts on',
    'manifestRows.plan': 'Plan',
    'manifestRows.planVersions': 'Plan versions',
    'manifestRows.number': 'number',
    'manifestRows.contentHash': 'content check',
    'manifestRows.departments': 'Departments',
    'manifestRows.dataCutoff': 'Data until',
    'manifestRows.timeZone': 'Time zone',
    'manifestRows.registration': 'Registration',
    'manifestRows.hypothesis': 'hypothesis',
    'manifestRows.metric': 'metric',
    'manifestRows.smallestEffect': 'smallest difference that matters',
    'manifestRows.analysisOn': 'analysis date',
    'manifestRows.method': 'method',
    'manifestRows.measures': 'other metrics',
    'manifestRows.sha256': 'check',
    'manifestRows.results': 'Results',
    'manifestRows.status': 'status',
    'manifestRows.endReason': 'reason of the end',
    'manifestRows.openedAt': 'opened at',
    'manifestRows.verdicts': 'verdicts',
    'manifestRows.arm': 'arm',
    'manifestRows.verdict': 'verdict',
    'manifestRows.valuesThatCameLater': 'values that came later',
    'manifestRows.allocation': 'Allocation',
    'manifestRows.unit': 'unit',
    'manifestRows.seed': 'seed',
    'manifestRows.seedSha256': 'seed check',
    'manifestRows.rosterDigest': 'roster check',
    'manifestRows.targets': 'Targets',
    'manifestRows.exclusions': 'Left out',
    'manifestRows.reason': 'reason',
    'manifestRows.n': 'people',
    'manifestRows.queries': 'Data read',
    'manifestRows.resultSha256': 'check',
    'manifestRows.methods': 'Methods',
    'manifestRows.suppression': 'Small groups',
    'manifestRows.smallestGroup': 'fewest people shown',
    'manifestRows.suppressed': 'hidden',
    'methodNotes.shares': 'Shares',
    'methodNotes.countsAddedUp': 'Counts are added up before they are divided. Intervals are Wilson’s at 95%, for people and not for items: the items of one person are alike. Cancelled people count in the flow alone',
    'methodNotes.outcomes': 'Outcomes',
    'methodNotes.peopleRandomisedCount': 'People were randomised and count in the arm they were drawn for; the verdict goes by the interval, not by the estimate',
    'methodNotes.meanDifferenceSame': 'The mean difference of the same people before and after, with the 95% interval of the paired t; without a comparison group a change is no effect',
    'methodNotes.correlations': 'Correlations',
    'methodNotes.pairsLookedPearson': [["scanned"]," pairs were looked at: Pearson with Fisher’s z and Spearman, p adjusted by Benjamini and Hochberg; no coefficient under 10 people, exploratory under 30"],
    'methodNotes.mentors': 'Mentors',
    'methodNotes.feedbackTimeAgainst': 'Feedback in time against binomial funnel limits (95% and 99.8%) around the common share; under 10 reviews nobody is compared',
    'methodNotes.smallGroups': 'Small groups',
    'methodNotes.groupsFewerThan': ["Groups of fewer than ",["fewest"]," people are not shown, nor is what would tell them by subtraction"],
    'methodNotes.satisfaction': 'Satisfaction',
    'methodNotes.peopleAgreeWho': ["People agree who chose a step above the middle of the scale. Intervals are Wilson’s at 95%; answers of one team or of one superior count together. Nothing is shown where fewer than ",["fewest"]," people answered"],
    'methodNotes.learningTime': 'Learning time',
    'methodNotes.peopleSaidThemselves': ["As people said themselves when they finished, if they did: the median and the middle half. Nothing is shown where fewer than ",["fewest"]," people said"],
    'methodNotes.experiment': 'Experiment',
    'methodNotes.registeredMethod': ["registered method: ",["method"]],
    'methodNotes.stoppedEarlySo': ["stopped early, so there is no verdict: ",["endReason"]],
    'methodNotes.resultsOpenedFrozen': ["results were opened on ",["openedAt"]," and frozen; values that came later do not change the verdict"],
    'methodNotes.oneValue': [["count",2,{"one":"one value","other":[["count"]," values"]}]," came or changed after that and stand in an estimate of their own"],
    'methodNotes.decided': ["decided on ",["on"]," to ",["decision"],": ",["reason"]],
    'methodNotes.rollOutVersion': ["roll out version ",["version"]],
    'methodNotes.keepVersion': ["keep version ",["version"]],
    'methodNotes.repeatExperiment': 'repeat the experiment',
    'methodNotes.semicolon': '; ',
    'nextStepOfExperiment.decided': ["Decided to ",["decision"],": ",["reason"]],
    'nextStepOfExperiment.startExperiment': 'Start the experiment',
    'nextStepOfExperiment.completeMeasurementsThen': 'Complete the measurements, then open the results of the experiment',
    'nextStepOfExperiment.letExperimentRun': ["Let the experiment run until ",["analysisOn"]," and measure everybody meanwhile"],
    'nextStepOfExperiment.EQUIVALENT': 'Take the version that is less work and record the decision',
    'nextStepOfExperiment.NOT_COMPARABLE': 'Find out why the checks failed, then repeat the experiment',
    'nextStepOfExperiment.EXPLORATORY': 'Register it as the primary metric of the next experiment and confirm it there',
    'nextStepOfExperiment.again': 'Repeat the comparison with another cohort and pool both, then record a decision',
    'nextStepOfExperiment.keep': 'Keep the reference, look for the change that holds the new version back, and record the decision',
    'nextStepOfExperiment.rollOut': 'Roll out the better version and record the decision',
    'proposeMentors.timely': [["count"]," of ",["of"]," in time"],
    'proposeMentors.reason': ["Led ",["led",2,{"one":"one person","other":[["led"]," people"]}]," so far, ",["timely"],", leads ",["load"]," now"],
    'reportNotices.evaluationReport': ["Evaluation report: ",["cohort"]],
    'experimentSections.arms': 'Experiment: arms',
    'experimentSections.arm': 'Arm',
    'experimentSections.allocated': 'Drawn',
    'experimentSections.measured': 'Measured',
    'experimentSections.mean': 'Mean',
    'experimentSections.deviation': 'Standard deviation',
    'experimentSections.comparisons': 'Experiment: comparisons',
    'experimentSections.reference': 'Reference',
    'experimentSections.estimate': 'Difference',
    'experimentSections.low': 'Low',
    'experimentSections.high': 'High',
    'experimentSections.verdict': 'Verdict',
    'experimentSections.measures': 'Experiment: other metrics',
    'experimentSections.metric': 'Metric',
    'experimentSections.adjusted': 'Adjusted p',
    'reportSections.summary': 'Summary',
    'reportSections.item': 'Item',
    'reportSections.value': 'Value',
    'reportSections.cohort': 'Cohort',
    'reportSections.generatedAt': 'Made at',
    'reportSections.headline': 'Answer',
    'reportSections.nextStep': 'Next step',
    'reportSections.flow': 'People',
    'reportSections.people': 'People',
    'reportSections.process': 'Process',
    'reportSections.stages': 'Stages',
    'reportSections.departments': 'Departments',
    'reportSections.share': 'Share',
    'reportSections.low': 'Low',
    'reportSections.high': 'High',
    'reportSections.count': 'Count',
    'reportSections.of': 'Of',
    'reportSections.learningTime': 'Learning time (minutes)',
    'reportSections.planned': 'Planned',
    'reportSections.median': 'Median',
    'reportSections.lowHalf': 'Middle half from',
    'reportSections.highHalf': 'to',
    'reportSections.fewPeople': 'Fewer than 5 people said; not shown',
    'reportSections.ratings': 'Satisfaction',
    'reportSections.agree': 'Agree',
    'reportSections.agreeing': 'Agreeing',
    'reportSections.answers': 'Answers',
    'reportSections.mean': 'Mean',
    'reportSections.scale': 'Top of scale',
    'reportSections.closesOn': 'Closed on',
    'reportSections.SUPERIOR': 'Superiors',
    'reportSections.TEAM': 'Team members',
    'reportSections.LEARNER': 'Learners',
    'reportSections.outcomes': 'Outcomes',
    'reportSections.metric': 'Metric',
    'reportSections.method': 'Method',
    'reportSections.estimate': 'Estimate',
    'reportSections.note': 'Note',
    'reportSections.integrity': 'Integrity checks',
    'reportSections.passed': 'Passed',
    'reportSections.yes': 'yes',
    'reportSections.no': 'no',
    'reportSections.sensitivity': 'Sensitivity',
    'reportSections.correlations': 'Correlations',
    'reportSections.adjusted': 'Adjusted p',
    'reportSections.courses': 'Courses',
    'reportSections.tasks': 'Tasks',
    'reportSections.completion': 'Done',
    'reportSections.onTime': 'On time',
    'reportSections.quality': 'Mean score',
    'reportSections.mentors': 'Mentors',
    'reportSections.outside': 'Outside limits',
    'reportSections.findings': 'Findings',
    'reportSections.rule': 'Rule',
    'reportSections.grade': 'Evidence grade',
    'reportSections.evidence': 'Evidence',
    'reportSections.suggestion': 'Suggestion',
    'reportSections.edits': 'Edits of the plan',
    'reportSections.methods': 'Methods',
    'reportSections.manifest': 'Manifest',
    'reportSections.weak': 'Observations on too little data, not listed',
    'reportSections.STRONG': 'strong',
    'reportSections.MODERATE': 'moderate',
    'reportSections.NOT_ENOUGH_DATA': 'not enough data',
    'reportSections.ratingOf': [["who"],": ",["text"]],
    linkOver: 'This link only works for ten minutes, and only for the person who made the file while they are signed in. Make the file again from the report.',
  },
});
export const { say, sayIn, says } = messages;

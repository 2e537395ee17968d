// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  nameMissing: Record<never, never>;
  hypothesisMissing: Record<never, never>;
  badVersions: Record<never, never>;
  notPublished: { number: Said };
  badWeights: Record<never, never>;
  evenWeights: Record<never, never>;
  noSuchMetric: { key: Said };
  badEffect: Record<never, never>;
  badPeople: Record<never, never>;
  notActive: { name: Said };
  inAnother: { name: Said };
  inSamePlan: { name: Said; cohort: Said };
  isMember: { name: Said };
  fewUnits: { units: Said; arms: Said };
  noMentor: { name: Said };
  badStart: Record<never, never>;
  badAnalysis: Record<never, never>;
  badSeed: Record<never, never>;
  startedAlready: Record<never, never>;
  notRunning: Record<never, never>;
  stillComing: Record<never, never>;
  isOver: Record<never, never>;
  locked: { day: Said };
  noSuchArm: Record<never, never>;
  ownArm: Record<never, never>;
  endedAlready: Record<never, never>;
  openInstead: Record<never, never>;
  endFirst: Record<never, never>;
  'wrongDecision.ROLL_OUT': Record<never, never>;
  'wrongDecision.KEEP': Record<never, never>;
  'wrongDecision.REPEAT': Record<never, never>;
  badMeasures: Record<never, never>;
  badMargin: Record<never, never>;
  reasonMissing: Record<never, never>;
  'adjustForBaseline.peopleNoBaseline': { count: Said; missing: Said };
  'analyseExperiment.perProtocol': Record<never, never>;
  'analyseExperiment.replay': Record<never, never>;
  'analyseMeasures.cannotJudged': { title: Said; why: Said };
  'analyseMeasures.didNotGet': { title: Said; low: Said; high: Said; accepted: Said };
  'analyseMeasures.gotWorseFind': { title: Said; low: Said; high: Said };
  'analyseMeasures.whetherGotWorse': { title: Said; low: Said; high: Said; accepted: Said };
  'analyseMeasures.differsTooAfter': { title: Said; low: Said; high: Said };
  'analyseMeasures.noDifferenceCan': { title: Said; low: Said; high: Said };
  'analyseMeasures.cannotBeComputed': Record<never, never>;
  'cannotTell.PERSON': Record<never, never>;
  'cannotTell.MENTOR': Record<never, never>;
  'cannotTell.DEPARTMENT': Record<never, never>;
  'cannotTell.tooFewJudge': { all: Said; unit: Said; fewest: Said };
  'cannotTell.tooFewOutcomes': { all: Said; unit: Said; measured: Said; title: Said; fewest: Said };
  'cannotTell.tooFewJudgeOutcome': { measured: Said; unit: Said };
  'cannotTell.nothingCompareEverybody': { title: Said };
  'cannotTell.cannotTellValues': { title: Said };
  'cannotTell.cannotTellComparison': { title: Said };
  'cannotTell.cannotTellValuesRepeat': { title: Said };
  'cannotTell.cannotTellNo': { title: Said };
  'cannotTell.cannotTellYet': { title: Said; low: Said; high: Said };
  'checkIntegrity.peopleArmsAllocated': { shown: Said };
  'checkIntegrity.peopleArmsDoes': { shown: Said };
  'checkIntegrity.everybodyRanVersion': Record<never, never>;
  'checkIntegrity.peopleRanAnother': { all: Said; other: Said; never: Said };
  'checkIntegrity.noBaselineCaptured': Record<never, never>;
  'checkIntegrity.armsStartedAlike': { worst: Said };
  'checkIntegrity.armsStartedStandard': { worst: Said; adjusted: boolean };
  'checkIntegrity.noMentorPeople': Record<never, never>;
  'checkIntegrity.mentorsPeopleMore': { size: Said; touched: Said; share: Said };
  'checkIntegrity.armsMeasuredSame': Record<never, never>;
  'checkIntegrity.armsMeasuredDays': { apart: Said };
  'detectableEffect.againstTooFew': { a: Said; b: Said };
  'detectableEffect.metricNeverBeen': Record<never, never>;
  'detectableEffect.canSee': { a: Said; b: Said; title: Said; shown: Said };
  'estimateLines.ancova': Record<never, never>;
  'estimateLines.means': Record<never, never>;
  'estimateLines.welch': Record<never, never>;
  'estimateLines.shift': Record<never, never>;
  'estimateLines.tendency': Record<never, never>;
  'estimateLines.permutation': Record<never, never>;
  'estimateLines.exact': Record<never, never>;
  'estimateLines.newcombe': Record<never, never>;
  'estimateLines.clusters': Record<never, never>;
  'estimateLines.clusterRobust': Record<never, never>;
  'estimateLines.separated': Record<never, never>;
  'estimateLines.unknown': Record<never, never>;
  'estimateLines.noSpread': Record<never, never>;
  'estimateLines.sameValue': Record<never, never>;
  'estimateLines.tooFew': Record<never, never>;
  'estimateLines.withNote': { before: Said; note: Said };
  'missingOutcomes.groupsDifferHow': { counted: Said };
  'missingOutcomes.manyNoOutcome': { counted: Said; shift: Said };
  'missingOutcomes.aboutManyWithout': { counted: Said };
  'outlook.peopleMeasuredToo': { measured: Said; all: Said };
  'outlook.peopleMeasuredIf': { measured: Said; all: Said; smallest: Said; power: Said; powerOfAll: Said };
  'registeredMethod.meansWholeMentors': Record<never, never>;
  'registeredMethod.differenceMeansAncova': Record<never, never>;
  'registeredMethod.differenceTwoShares': Record<never, never>;
  'registeredMethod.oneInterval': { method: Said };
  'registeredMethod.intervalsAtOnce': { method: Said; versions: Said };
  'simultaneous.atOnce': { comparisons: Said; how: Said };
  'verdictSentence.armsCannotCompared': { why: Said };
  'verdictSentence.noDifferenceMatters': { arm: Said; reference: Said; title: Said; low: Said; high: Said; smallest: Said };
  'verdictSentence.randomisedComparisonSupports': { arm: Said; title: Said; better: boolean; difference: Said; low: Said; high: Said; meaningful: boolean; smallest: Said };
  'verdictSentence.stoppedEarlySo': { title: Said; difference: Said; low: Said; high: Said };
  'verdictSentence.exploratoryFindingDiffers': { title: Said; difference: Said; low: Said; high: Said };
  'verdictSentence.version': { number: Said };
  'verdictSentence.semicolon': Record<never, never>;
  'verdictSentence.associated': { arm: Said; title: Said; higher: boolean; difference: Said; low: Said; high: Said };
  'verdictSentence.associatedUnless': { arm: Said; title: Said; higher: boolean; difference: Said; low: Said; high: Said; e: Said };
  'laterValues.method': { count: number; method: Said };
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    nameMissing: '填写实验名称，最多 200 字。',
    hypothesisMissing: '写下你的预期，最多 2000 字。',
    badVersions: '选择本计划的 2–4 个不同版本，第一个为参照。',
    notPublished: ["第 ",["number"]," 版已停用，选择已发布的版本。"],
    badWeights: '为每个版本填写 1–100 的整数权重。',
    evenWeights: '按导师或部门分组时只能平均分配，去掉权重。',
    noSuchMetric: ["没有指标“",["key"],"”，先创建。"],
    badEffect: '填写多大的差异才有意义，须大于 0。',
    badPeople: '选择 2–500 位不同的人员。',
    notActive: [["name"],"已离职或停用，从列表中移除。"],
    inAnother: [["name"],"正在参加另一个未结束的实验，从列表中移除。"],
    inSamePlan: [["name"],"正在「",["cohort"],"」中学习本计划，已经了解内容，从列表中移除。"],
    isMember: [["name"],"已在本实验中，从列表中移除。"],
    fewUnits: ["只有 ",["units"]," 个导师或部门，却有 ",["arms"]," 个版本，每个版本至少要一个。"],
    noMentor: [["name"],"还没有导师，指定一位，或改为按人分组。"],
    badStart: '开始日期须在 2000–2100 年之间。',
    badAnalysis: '分析日期须晚于开始日期，也晚于今天。',
    badSeed: '种子为 1–200 个字符。',
    startedAlready: '实验已经开始。',
    notRunning: '实验没有在进行。',
    stillComing: '刚才还有人在录入本实验的数据，稍等片刻再试。',
    isOver: '已到分析日期，实验不再变更。',
    locked: ["结果锁定至事先设定的分析日期 ",["day"],"。"],
    noSuchArm: '该版本不在实验中，选择实验的版本。',
    ownArm: '此人本来就分到这个版本，无需调整。',
    endedAlready: '实验已经结束。',
    openInstead: '已到分析日期，请直接开放结果，无需提前停止。',
    endFirst: '实验还没有结束。先开放结果、提前停止或取消实验。',
    'wrongDecision.ROLL_OUT': '选择要推广的试用版本。',
    'wrongDecision.KEEP': '保留现行版本时，选择参照版本。',
    'wrongDecision.REPEAT': '重复实验时不选择版本。',
    badMeasures: '护栏指标和次要指标各最多 5 个，不可重复，也不能是主要指标。',
    badMargin: '填写护栏指标最多可接受变差多少，须大于 0。',
    reasonMissing: '填写原因，最多 2000 字。',
    'adjustForBaseline.peopleNoBaseline': [["count"]," 人中 ",["missing"]," 人没有起点，按所有组起点的均值计"],
    'analyseExperiment.perProtocol': '只看用了所分版本的人（次要）',
    'analyseExperiment.replay': '按原方法重新分组的检验',
    'analyseMeasures.cannotJudged': ["「",["title"],"」无法判断：",["why"]],
    'analyseMeasures.didNotGet': ["「",["title"],"」没有变差到不可接受的程度（",["low"],"～",["high"],"，最多可接受变差 ",["accepted"],"）"],
    'analyseMeasures.gotWorseFind': ["「",["title"],"」变差了（",["low"],"～",["high"],"），推广前先弄清原因"],
    'analyseMeasures.whetherGotWorse': ["「",["title"],"」是否变差还不能判断（",["low"],"～",["high"],"，最多可接受变差 ",["accepted"],"）"],
    'analyseMeasures.differsTooAfter': ["「",["title"],"」也有差异（",["low"],"～",["high"],"，校正后）"],
    'analyseMeasures.noDifferenceCan': ["「",["title"],"」看不出差异（",["low"],"～",["high"],"，校正后）"],
    'analyseMeasures.cannotBeComputed': '无法计算',
    'cannotTell.PERSON': '人',
    'cannotTell.MENTOR': '位导师',
    'cannotTell.DEPARTMENT': '个部门',
    'cannotTell.tooFewJudge': ["人数太少，无法判断：各组只有 ",["all"]," ",["unit"],"，每组至少要 ",["fewest"]," ",["unit"]],
    'cannotTell.tooFewOutcomes': ["有结果的人太少，无法判断：各组 ",["all"]," ",["unit"],"中只有 ",["measured"]," ",["unit"],"有「",["title"],"」的结果，每组至少要 ",["fewest"]," ",["unit"]],
    'cannotTell.tooFewJudgeOutcome': ["人数太少，无法判断：",["measured"]," ",["unit"],"有结果，版本这么多时，不论结果如何都可能是巧合"],
    'cannotTell.nothingCompareEverybody': ["无法比较：所有人的「",["title"],"」数值相同"],
    'cannotTell.cannotTellValues': ["尚不能判断：同一版本的人「",["title"],"」数值没有差别，给不出区间；检查数据是否录入正确"],
    'cannotTell.cannotTellComparison': ["尚不能判断：「",["title"],"」的比较只取决于一个人"],
    'cannotTell.cannotTellValuesRepeat': ["尚不能判断：「",["title"],"」的数值重复太多，方法给不出有宽度的区间"],
    'cannotTell.cannotTellNo': ["尚不能判断：这些数据算不出「",["title"],"」差异的区间"],
    'cannotTell.cannotTellYet': ["尚不能判断：「",["title"],"」的真实差异可能在 ",["low"]," 到 ",["high"]," 之间"],
    'checkIntegrity.peopleArmsAllocated': ["各组人数 ",["shown"],"，与分配比例相符"],
    'checkIntegrity.peopleArmsDoes': ["各组人数 ",["shown"],"，与分配比例不符，名单可能被改动过"],
    'checkIntegrity.everybodyRanVersion': '每个人都用了分到的版本',
    'checkIntegrity.peopleRanAnother': [["all"]," 人中 ",["other"]," 人用了另一版本，",["never"]," 人没有开始；他们仍算在分到的组里"],
    'checkIntegrity.noBaselineCaptured': '没有记录起点，无法比较各组的起点',
    'checkIntegrity.armsStartedAlike': ["各组起点相近（相差 ",["worst"]," 个标准差）"],
    'checkIntegrity.armsStartedStandard': ["各组起点相差 ",["worst"]," 个标准差，",["adjusted",1,{"true":"估计会按起点调整","other":"估计没有按起点调整，解读结果时要考虑这一点"}]],
    'checkIntegrity.noMentorPeople': '没有导师同时带两组的人',
    'checkIntegrity.mentorsPeopleMore': [["size"]," 位导师同时带不同组的人（涉及 ",["touched"]," 人，",["share"],"），版本之间的差异可能被冲淡"],
    'checkIntegrity.armsMeasuredSame': '各组在计划的同一阶段测量',
    'checkIntegrity.armsMeasuredDays': ["各组的测量时间平均相差 ",["apart"]," 天"],
    'detectableEffect.againstTooFew': [["a"]," 对 ",["b"]," 太少：不论结果如何都无法判断，每组至少要 4 人"],
    'detectableEffect.metricNeverBeen': '这个指标还没有测量过，无法估计能看出多大的差异；先记录起点',
    'detectableEffect.canSee': ["两组 ",["a"]," + ",["b"]," 个单位，能以八成把握看出「",["title"],"」至少 ",["shown"]," 的差异；更小的差异多半看不出来"],
    'estimateLines.ancova': '以起点为协变量的协方差分析（HC2）',
    'estimateLines.means': 'Welch t 检验（自由度从严）',
    'estimateLines.welch': 'Welch t 检验',
    'estimateLines.shift': 'Mann–Whitney 与 Hodges–Lehmann',
    'estimateLines.tendency': '更高的概率减去更低的概率（Brunner–Munzel）',
    'estimateLines.permutation': '置换检验（均值）',
    'estimateLines.exact': '两个比例的精确检验（Chan–Zhang 区间）',
    'estimateLines.newcombe': 'Newcombe 区间与 Fisher 精确检验',
    'estimateLines.clusters': '按组取均值后的 Welch t 检验',
    'estimateLines.clusterRobust': '按人回归，组间稳健误差（CR2）',
    'estimateLines.separated': '两组几乎没有相似的人',
    'estimateLines.unknown': '无法计算',
    'estimateLines.noSpread': '同组的人数值没有差别',
    'estimateLines.sameValue': '所有人的数值相同',
    'estimateLines.tooFew': '人数太少',
    'estimateLines.withNote': [["before"],"；",["note"]],
    'missingOutcomes.groupsDifferHow': ["缺少结果的比例各组不同（",["counted"],"），留下来的人不能互相比较"],
    'missingOutcomes.manyNoOutcome': ["缺少结果的人数相近（",["counted"],"），但各组缺的不是同一类人：有结果的人起点相差 ",["shift"]," 个标准差，而所有人之间没有这个差异"],
    'missingOutcomes.aboutManyWithout': ["缺少结果的人数（",["counted"],"）各组相近"],
    'outlook.peopleMeasuredToo': ["已有结果 ",["measured"]," / ",["all"],"；人数还少，估计不出数值的离散程度"],
    'outlook.peopleMeasuredIf': ["已有结果 ",["measured"]," / ",["all"],"。如果真有 ",["smallest"]," 的差异，现在能看出来的把握是 ",["power"],"，全部测完是 ",["powerOfAll"]],
    'registeredMethod.meansWholeMentors': '每个导师或部门取均值，比较均值（Welch t 检验，自由度从严）',
    'registeredMethod.differenceMeansAncova': '均值之差：有起点时以起点为协变量（协方差分析，HC2），没有起点时用 Welch t 检验',
    'registeredMethod.differenceTwoShares': '两组比例之差，精确检验（Chan–Zhang）',
    'registeredMethod.oneInterval': [["method"],"，95% 区间"],
    'registeredMethod.intervalsAtOnce': [["method"],"；",["versions"]," 个与参照的比较同时成立的 95% 区间"],
    'simultaneous.atOnce': ["区间和 p 值已按 ",["comparisons"]," 个比较同时成立校正（",["how"],"）"],
    'verdictSentence.armsCannotCompared': ["两组不可比：",["why"]],
    'verdictSentence.noDifferenceMatters': [["arm"],"与",["reference"],"的「",["title"],"」差异小到可忽略（",["low"],"～",["high"],"，小于事先设定的 ",["smallest"],"）"],
    'verdictSentence.randomisedComparisonSupports': ["随机对照支持",["arm"],"在「",["title"],"」上更",["better",1,{"true":"好","other":"差"}],"：",["difference"],"（",["low"],"～",["high"],"）",["meaningful",1,{"true":["，且达到事先设定的最小有意义差异 ",["smallest"]],"other":""}]],
    'verdictSentence.stoppedEarlySo': ["提前停止，没有结论：停止时「",["title"],"」相差 ",["difference"],"（",["low"],"～",["high"],"），只能作为探索性估计，需下一期验证"],
    'verdictSentence.exploratoryFindingDiffers': ["探索性发现：「",["title"],"」相差 ",["difference"],"（",["low"],"～",["high"],"），事先没有登记，需下一期验证"],
    'verdictSentence.version': ["第 ",["number"]," 版"],
    'verdictSentence.semicolon': '；',
    'verdictSentence.associated': [["arm"],"的「",["title"],"」更",["higher",1,{"true":"高","other":"低"}],"（",["difference"],"，",["low"],"～",["high"],"），但未随机分组，不能说是版本造成的"],
    'verdictSentence.associatedUnless': [["arm"],"的「",["title"],"」更",["higher",1,{"true":"高","other":"低"}],"（",["difference"],"，",["low"],"～",["high"],"），但未随机分组，不能说是版本造成的；一个未测因素要同时与两者相关到 ",["e"]," 倍才能解释这一差异"],
    'laterValues.method': ["计入开放结果后变动的 ",["count"]," 个数值（不改变结论）：",["method"]],
  },
  en: {
    nameMissing: 'Give the experiment a name of up to 200 characters.',
    hypothesisMissing: 'Write down what you expect, in up to 2,000 characters.',
    badVersions: 'Choose two to four different versions of this plan; the first is the reference.',
    notPublished: ["Version ",["number"]," is retired. Choose a published one."],
    badWeights: 'Give each version a whole number from 1 to 100.',
    evenWeights: 'Whole mentors or departments can only be assigned in equal shares. Remove the weights.',
    noSuchMetric: ["There is no metric “",["key"],"”. Create it first."],
    badEffect: 'Enter the smallest difference that matters, as a number above 0.',
    badPeople: 'Choose 2 to 500 different people.',
    notActive: [["name"]," is no longer active. Remove the name from the list."],
    inAnother: [["name"]," is in another experiment that is not over. Remove the name from the list."],
    inSamePlan: [["name"]," is in this plan now, in ",["cohort"],", and knows it already. Remove the name from the list."],
    isMember: [["name"]," is in this experiment already. Remove the name from the list."],
    fewUnits: ["There are ",["units"]," mentors or departments for ",["arms"]," versions. Each version needs at least one."],
    noMentor: [["name"]," has no mentor yet. Choose one, or assign by person."],
    badStart: 'Choose a first day between 2000 and 2100.',
    badAnalysis: 'The analysis date must come after the first day and after today.',
    badSeed: 'Give a seed of 1 to 200 characters.',
    startedAlready: 'This experiment has started already.',
    notRunning: 'This experiment is not running.',
    stillComing: 'Values of this experiment were being recorded meanwhile. Wait a moment and try again.',
    isOver: 'The analysis date has come. This experiment can no longer change.',
    locked: ["The results are locked until ",["day"],", the analysis date that was set beforehand."],
    noSuchArm: 'This version is not part of the experiment. Choose one of its versions.',
    ownArm: 'The person is already assigned to this version.',
    endedAlready: 'This experiment has ended already.',
    openInstead: 'The analysis date has come. Open the results instead of stopping early.',
    endFirst: 'The experiment has not ended. Open its results, stop it or cancel it first.',
    'wrongDecision.ROLL_OUT': 'Choose the tried version that everybody gets.',
    'wrongDecision.KEEP': 'To keep the current version, choose the reference version.',
    'wrongDecision.REPEAT': 'To repeat the experiment, leave the version empty.',
    badMeasures: 'Choose up to 5 guardrails and 5 secondary metrics. Choose each metric once, and not the primary metric.',
    badMargin: 'Enter how much worse the guardrail may get, as a number above 0.',
    reasonMissing: 'Give a reason of up to 2,000 characters.',
    'adjustForBaseline.peopleNoBaseline': [["missing"]," of ",["count"]," people have no baseline; the mean over all arms stands in for it"],
    'analyseExperiment.perProtocol': 'Only those who ran their version (secondary)',
    'analyseExperiment.replay': 'Replay of the drawing',
    'analyseMeasures.cannotJudged': [["title"]," cannot be judged: ",["why"]],
    'analyseMeasures.didNotGet': [["title"]," did not get worse than accepted (",["low"]," to ",["high"],"; up to ",["accepted"]," worse was accepted)"],
    'analyseMeasures.gotWorseFind': [["title"]," got worse (",["low"]," to ",["high"],"); find out why before rolling out"],
    'analyseMeasures.whetherGotWorse': ["Whether ",["title"]," got worse cannot be told yet (",["low"]," to ",["high"],"; up to ",["accepted"]," worse was accepted)"],
    'analyseMeasures.differsTooAfter': [["title"]," differs, too (",["low"]," to ",["high"],", after correction)"],
    'analyseMeasures.noDifferenceCan': ["No difference in ",["title"]," can be told (",["low"]," to ",["high"],", after correction)"],
    'analyseMeasures.cannotBeComputed': 'cannot be computed',
    'cannotTell.PERSON': 'people',
    'cannotTell.MENTOR': 'mentors',
    'cannotTell.DEPARTMENT': 'departments',
    'cannotTell.tooFewJudge': ["Too few to judge: there are ",["all"]," ",["unit"],", and each version needs at least ",["fewest"]],
    'cannotTell.tooFewOutcomes': ["Too few outcomes to judge: of ",["all"]," ",["unit"]," only ",["measured"]," have an outcome of ",["title"],", and each version needs at least ",["fewest"]],
    'cannotTell.tooFewJudgeOutcome': ["Too few to judge: ",["measured"]," ",["unit"]," have an outcome, and with this many versions no result could be told from chance"],
    'cannotTell.nothingCompareEverybody': ["Nothing to compare: everybody has the same value of ",["title"]],
    'cannotTell.cannotTellValues': ["Cannot tell: values of ",["title"]," do not vary among people of the same version, so there is no interval; check that they were recorded as measured"],
    'cannotTell.cannotTellComparison': ["Cannot tell: the comparison of ",["title"]," rests on a single person"],
    'cannotTell.cannotTellValuesRepeat': ["Cannot tell: values of ",["title"]," repeat so much that the method gives an interval without width"],
    'cannotTell.cannotTellNo': ["Cannot tell: no interval of the difference in ",["title"]," can be computed from these data"],
    'cannotTell.cannotTellYet': ["Cannot tell yet: the true difference in ",["title"]," could be anything from ",["low"]," to ",["high"]],
    'checkIntegrity.peopleArmsAllocated': [["shown"]," people in the arms, as allocated"],
    'checkIntegrity.peopleArmsDoes': [["shown"]," people in the arms does not fit the allocation; the list may have been changed"],
    'checkIntegrity.everybodyRanVersion': 'Everybody ran the version assigned to them',
    'checkIntegrity.peopleRanAnother': [["other"]," of ",["all"]," people ran another version and ",["never"]," never started; they count in the arm they were assigned to"],
    'checkIntegrity.noBaselineCaptured': 'No baseline was captured, so the starting points cannot be compared',
    'checkIntegrity.armsStartedAlike': ["The arms started alike (",["worst"]," standard deviations apart)"],
    'checkIntegrity.armsStartedStandard': ["The arms started ",["worst"]," standard deviations apart; ",["adjusted",1,{"true":"the estimate is adjusted for that","other":"the estimate is not adjusted for that, so keep it in mind"}]],
    'checkIntegrity.noMentorPeople': 'No mentor has people in more than one arm',
    'checkIntegrity.mentorsPeopleMore': [["size"]," mentors have people in more than one arm (",["touched"]," people, ",["share"],"); a difference between the versions may look smaller than it is"],
    'checkIntegrity.armsMeasuredSame': 'The arms were measured at the same age of the plan',
    'checkIntegrity.armsMeasuredDays': ["The arms were measured ",["apart"]," days apart on average"],
    'detectableEffect.againstTooFew': [["a"]," against ",["b"]," is too few: no result could be judged, each arm needs at least 4"],
    'detectableEffect.metricNeverBeen': 'This metric has never been measured, so nobody can say what difference would be seen; capture the baseline first',
    'detectableEffect.canSee': ["With ",["a"]," + ",["b"]," you can see differences in ",["title"]," from ",["shown"]," on, four times out of five; smaller ones will mostly stay unseen"],
    'estimateLines.ancova': 'ANCOVA on the baseline (HC2)',
    'estimateLines.means': 'Welch t-test (cautious degrees of freedom)',
    'estimateLines.welch': 'Welch t-test',
    'estimateLines.shift': 'Mann–Whitney with Hodges–Lehmann',
    'estimateLines.tendency': 'Chance of being higher minus chance of being lower (Brunner–Munzel)',
    'estimateLines.permutation': 'Permutation test of the mean',
    'estimateLines.exact': 'Exact test of two shares (Chan–Zhang interval)',
    'estimateLines.newcombe': 'Newcombe interval with Fisher’s exact test',
    'estimateLines.clusters': 'Welch t-test of cluster means',
    'estimateLines.clusterRobust': 'Regression by person, cluster-robust errors (CR2)',
    'estimateLines.separated': 'Hardly anybody of one group is like anybody of the other',
    'estimateLines.unknown': 'Cannot be computed',
    'estimateLines.noSpread': 'Values do not vary within the groups',
    'estimateLines.sameValue': 'Everybody has the same value',
    'estimateLines.tooFew': 'Too few people',
    'estimateLines.withNote': [["before"],"; ",["note"]],
    'missingOutcomes.groupsDifferHow': ["the groups differ in how many have no outcome (",["counted"],"); those who are left cannot be compared"],
    'missingOutcomes.manyNoOutcome': ["as many have no outcome (",["counted"],"), but not people of the same kind: by who is missing alone, the starting points moved ",["shift"]," standard deviations apart"],
    'missingOutcomes.aboutManyWithout': ["about as many without an outcome in each group (",["counted"],")"],
    'outlook.peopleMeasuredToo': [["measured"]," of ",["all"]," people are measured, too few to tell how much values vary"],
    'outlook.peopleMeasuredIf': [["measured"]," of ",["all"]," people are measured. If there is a difference of ",["smallest"],", the chance to see it is ",["power"]," now and ",["powerOfAll"]," with everybody measured"],
    'registeredMethod.meansWholeMentors': 'Means of whole mentors or departments, compared by Welch’s t-test with cautious degrees of freedom',
    'registeredMethod.differenceMeansAncova': 'Difference of means: ANCOVA on the baseline (HC2) where baselines are known, else Welch’s t-test',
    'registeredMethod.differenceTwoShares': 'Difference of two shares by an exact test (Chan–Zhang)',
    'registeredMethod.oneInterval': [["method"],"; 95% interval"],
    'registeredMethod.intervalsAtOnce': [["method"],"; 95% intervals that hold for all ",["versions"]," comparisons with the reference at once"],
    'simultaneous.atOnce': ["Interval and p hold for all ",["comparisons"]," comparisons at once (",["how"],")"],
    'verdictSentence.armsCannotCompared': ["The arms cannot be compared: ",["why"]],
    'verdictSentence.noDifferenceMatters': ["No difference that matters in ",["title"]," between ",["arm"]," and ",["reference"]," (",["low"]," to ",["high"],", less than the ",["smallest"]," set beforehand)"],
    'verdictSentence.randomisedComparisonSupports': ["A randomised comparison supports that ",["arm"]," does ",["better",1,{"true":"better","other":"worse"}]," in ",["title"],": ",["difference"]," (",["low"]," to ",["high"],")",["meaningful",1,{"true":[", and by no less than the ",["smallest"]," set beforehand"],"other":""}]],
    'verdictSentence.stoppedEarlySo': ["Stopped early, so there is no verdict: when it was stopped ",["title"]," differed by ",["difference"]," (",["low"]," to ",["high"],"), an exploratory estimate that the next cohort has to confirm"],
    'verdictSentence.exploratoryFindingDiffers': ["An exploratory finding: ",["title"]," differs by ",["difference"]," (",["low"]," to ",["high"],"); nobody asked for it beforehand, so the next cohort has to confirm it"],
    'verdictSentence.version': ["version ",["number"]],
    'verdictSentence.semicolon': '; ',
    'verdictSentence.associated': [["title"]," is ",["higher",1,{"true":"higher","other":"lower"}]," with ",["arm"]," (",["difference"],", ",["low"]," to ",["high"],"), but nobody was randomised, so the version cannot be named as the cause"],
    'verdictSentence.associatedUnless': [["title"]," is ",["higher",1,{"true":"higher","other":"lower"}]," with ",["arm"]," (",["difference"],", ",["low"]," to ",["high"],"), but nobody was randomised, so the version cannot be named as the cause; an unmeasured factor would have to go with both by a factor of ",["e"]," to explain it away"],
    'laterValues.method': ["With ",["count",2,{"one":"one value","other":[["count"]," values"]}]," that came after the results were opened (the verdict stays): ",["method"]],
  },
});
export const { say, sayIn, says } = messages;

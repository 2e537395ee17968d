// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  missingFile: { file: Said };
  brokenQuotes: Record<never, never>;
  duplicateColumn: { name: Said };
  circle: { names: Said };
  missingColumn: { name: Said };
  unknownColumn: { name: Said };
  missingValue: { name: Said };
  badValue: { name: Said; allowed: Said };
  badDate: { name: Said };
  badNumber: { name: Said };
  inFuture: Record<never, never>;
  duplicate: { line: Said };
  emailTaken: Record<never, never>;
  unknownPerson: { key: Said };
  unknownCohort: { key: Said };
  unknownPlan: { name: Said };
  unknownMetric: { key: Said };
  computedMetric: Record<never, never>;
  notEnrolled: Record<never, never>;
  planProblem: { sentence: Said };
  cohortDiffers: Record<never, never>;
  cohortLeftOut: { rows: number };
  cohortWithoutPlan: { rows: Said };
  measuredBefore: { value: Said };
  noItem: { key: Said };
  nothingToReview: Record<never, never>;
  isOver: Record<never, never>;
  notPaused: Record<never, never>;
  alreadyPaused: Record<never, never>;
  notChanged: { fields: Said };
  differs: { field: Said; given: Said; stored: Said };
  semicolon: Record<never, never>;
  attribution: Record<never, never>;
  notAsItStands: Record<never, never>;
  'summary.new': { people: Said; versions: Said; metrics: Said; measurements: Said };
  'summary.cohort': { key: Said; enrolments: Said; rows: Said; knownRows: Said };
  'summary.notTaken': { code: Said; count: Said };
  'summary.more': { count: Said };
  'summary.all': Record<never, never>;
  'summary.dryRun': Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    missingFile: ["文件夹里缺少 ",["file"],"，补上再导入。"],
    brokenQuotes: '这一行的引号没有成对，该行未导入。',
    duplicateColumn: ["有两列都叫“",["name"],"”，只保留一列；整个文件未导入。"],
    circle: ["上级关系形成循环：",["names"],"。这一行的上级未导入。"],
    missingColumn: ["缺少“",["name"],"”列，整个文件未导入。"],
    unknownColumn: ["不认识“",["name"],"”列，未导入。"],
    missingValue: ["“",["name"],"”未填写。"],
    badValue: ["“",["name"],"”应为 ",["allowed"],"。"],
    badDate: ["“",["name"],"”应为 2026-03-02 这样的日期或 2026-03-02T18:00 这样的时间，不早于 2000 年。"],
    badNumber: ["“",["name"],"”应为数字，如 86.5。"],
    inFuture: '时间在将来，历史记录只到现在。',
    duplicate: ["与第 ",["line"]," 行重复，只计一次。"],
    emailTaken: '邮箱已属于另一人，换一个或留空。',
    unknownPerson: ["people.csv 中没有“",["key"],"”。"],
    unknownCohort: ["cohorts.csv 中没有期次“",["key"],"”。"],
    unknownPlan: ["plans 文件夹中没有 ",["name"],".yaml。"],
    unknownMetric: ["没有指标“",["key"],"”，在 metrics.csv 中说明。"],
    computedMetric: '该指标由计划进展自动计算，无法录入。',
    notEnrolled: '此人不在该期次中，在 enrolments.csv 中补一行。',
    planProblem: ["计划无法发布：",["sentence"]],
    cohortDiffers: '该标识的期次此前已用不同的计划或开始日期导入，换一个标识。',
    cohortLeftOut: ["该期次有 ",["rows"]," 行无法导入；按 --strict，整个期次未导入。"],
    cohortWithoutPlan: ["计划未导入，该期次及其 ",["rows"]," 行一并未导入。"],
    measuredBefore: ["此人当天已有另一个数值：",["value"],"，没有覆盖。"],
    noItem: ["计划中没有“",["key"],"”这一项。"],
    nothingToReview: '该项没有等待反馈的提交。',
    isOver: '培养已在此前取消，之后不再记录。',
    notPaused: '当时培养没有暂停。',
    alreadyPaused: '当时培养已暂停或已结束。',
    notChanged: ["此人已在系统中，资料没有更改。",["fields"],"。"],
    differs: [["field"],"：文件为 ",["given"],"，系统为 ",["stored"]],
    semicolon: '；',
    attribution: '数据：Open University Learning Analytics Dataset，CC BY 4.0：Kuzilek、Hlosta、Zdrahal（2017），Scientific Data 4:170171。',
    notAsItStands: '不能原样导入的部分及处理：',
    'summary.new': ["新增：",["people"]," 人、",["versions"]," 个计划版本、",["metrics"]," 个指标、",["measurements"]," 条测量值。"],
    'summary.cohort': [["key"],"：新增培养 ",["enrolments"]," 个，导入历史 ",["rows"]," 行，已有 ",["knownRows"]," 行。"],
    'summary.notTaken': ["未导入，",["code"],"：",["count"]],
    'summary.more': ["  … 另有 ",["count"]," 条"],
    'summary.all': '全部导入。',
    'summary.dryRun': '试运行：没有保存任何内容。',
  },
  en: {
    missingFile: ["The folder has no ",["file"],". Add it."],
    brokenQuotes: 'A quotation mark in this line is never closed. The line was left out.',
    duplicateColumn: ["Two columns are called “",["name"],"”. Keep one; nothing in this file was imported."],
    circle: ["These people would be each other's superiors: ",["names"],". The superior of this line was left out."],
    missingColumn: ["The column “",["name"],"” is missing. Nothing in this file was imported."],
    unknownColumn: ["The column “",["name"],"” is not known and was not imported."],
    missingValue: ["“",["name"],"” is empty. Fill it in."],
    badValue: ["“",["name"],"” must be ",["allowed"],"."],
    badDate: ["“",["name"],"” must be a date like 2026-03-02 or a time like 2026-03-02T18:00, from 2000 on."],
    badNumber: ["“",["name"],"” must be a number like 86.5."],
    inFuture: 'This is in the future. History ends now.',
    duplicate: ["This repeats line ",["line"],". It counts once."],
    emailTaken: 'Another person has this e-mail address. Use a different one, or leave it empty.',
    unknownPerson: ["people.csv has nobody with the key “",["key"],"”."],
    unknownCohort: ["cohorts.csv has no cohort “",["key"],"”."],
    unknownPlan: ["The folder “plans” has no ",["name"],".yaml."],
    unknownMetric: ["There is no metric “",["key"],"”. Describe it in metrics.csv."],
    computedMetric: 'This metric is computed from the plan’s own course. It cannot be recorded.',
    notEnrolled: 'This person is not enrolled in this cohort. Add a row to enrolments.csv.',
    planProblem: ["This plan cannot be published: ",["sentence"]],
    cohortDiffers: 'A cohort with this key was imported before with another plan or start. Give this one another key.',
    cohortLeftOut: [["rows",2,{"one":"One row","other":[["rows"]," rows"]}]," of this cohort cannot be imported, so with --strict nothing was."],
    cohortWithoutPlan: ["This cohort was left out with its ",["rows"]," rows, because its plan was not imported."],
    measuredBefore: ["This person already has another value on this day: ",["value"],". Nothing was replaced."],
    noItem: ["The plan has no item “",["key"],"”."],
    nothingToReview: 'There is no submission of this item that waits for a review.',
    isOver: 'The enrolment was cancelled before that. Nothing can happen later.',
    notPaused: 'The enrolment was not paused then.',
    alreadyPaused: 'The enrolment was paused already, or over.',
    notChanged: ["This person is known already and was not changed. ",["fields"],"."],
    differs: [["field"],": the file has ",["given"],", here is ",["stored"]],
    semicolon: '; ',
    attribution: 'Open University Learning Analytics Dataset, CC BY 4.0: Kuzilek, Hlosta, Zdrahal (2017), Scientific Data 4:170171.',
    notAsItStands: 'What does not go over as it stands, and what was done to it:',
    'summary.new': ["New: ",["people"]," people, ",["versions"]," plan versions, ",["metrics"]," metrics, ",["measurements"]," measurements."],
    'summary.cohort': [["key"],": ",["enrolments"]," new enrolments, ",["rows"]," rows of history taken, ",["knownRows"]," known already."],
    'summary.notTaken': ["Not taken, ",["code"],": ",["count"]],
    'summary.more': ["  … and ",["count"]," more"],
    'summary.all': 'Everything was taken.',
    'summary.dryRun': 'This was a dry run: nothing was kept.',
  },
});
export const { say, sayIn, says } = messages;

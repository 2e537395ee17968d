import { type Language, textIn } from '@planwright/schema/text';
import type { Instant, Zone } from '@planwright/schema/time';
import type { CorrelationLine, ItemLine, RatingLine, ShareLine, TimeLine } from '../analysis/report-data.js';
import type { FindingRecord, ReportRecord } from '../report-record.js';
import { experimentSections } from './experiment-sections.js';
import { manifestRows } from './manifest-rows.js';

export type Cell = string | number | null;

/** A part of a report as a table: what every format is made of. Shares are fractions 0–1 beside their count and denominator. */
export interface ReportSection {
  key: string;
  title: string;
  header: string[];
  rows: Cell[][];
  /** Columns of fractions that people read as percentages. */
  shares?: readonly number[];
  /** Columns of p values. */
  pValues?: readonly number[];
}

export interface ReportFileContent {
  record: ReportRecord;
  findings: readonly FindingRecord[];
  cohortName: string;
  language: Language;
  timeZone: Zone;
  /** Whether the reader sees figures about single mentors. */
  mentors: boolean;
}

const WORDS = {
  'zh-CN': {
    summary: '结论',
    item: '项目',
    value: '内容',
    cohort: '期次',
    generatedAt: '生成时间',
    headline: '结论',
    nextStep: '下一步',
    flow: '人员流向',
    people: '人数',
    process: '过程',
    stages: '阶段',
    departments: '部门',
    share: '比例',
    low: '下限',
    high: '上限',
    count: '计数',
    of: '总数',
    learningTime: '学习用时（分钟）',
    planned: '计划用时',
    median: '中位数',
    lowHalf: '中间一半人：下限',
    highHalf: '中间一半人：上限',
    fewPeople: '填写的人不足 5 人，不显示',
    ratings: '满意度',
    agree: '同意的比例',
    agreeing: '同意',
    answers: '答案数',
    mean: '平均分',
    scale: '满分',
    closesOn: '截止日期',
    SUPERIOR: '上级',
    TEAM: '团队成员',
    LEARNER: '学员',
    outcomes: '成效',
    metric: '指标',
    method: '方法',
    estimate: '估计值',
    note: '说明',
    integrity: '完整性检查',
    passed: '通过',
    yes: '是',
    no: '否',
    sensitivity: '敏感性分析',
    correlations: '相关',
    adjusted: '校正后 p',
    courses: '课程',
    tasks: '任务',
    completion: '完成',
    onTime: '按时',
    quality: '平均分',
    mentors: '导师',
    outside: '超出界限',
    findings: '发现与建议',
    rule: '规则',
    grade: '证据',
    evidence: '依据',
    suggestion: '建议',
    edits: '计划改动',
    methods: '方法',
    manifest: '清单',
    weak: '数据不足、未列出的观察',
    STRONG: '充分',
    MODERATE: '中等',
    NOT_ENOUGH_DATA: '数据不足',
  },
  en: {
    summary: 'Summary',
    item: 'Item',
    value: 'Value',
    cohort: 'Cohort',
    generatedAt: 'Made at',
    headline: 'Answer',
    nextStep: 'Next step',
    flow: 'People',
    people: 'People',
    process: 'Process',
    stages: 'Stages',
    departments: 'Departments',
    share: 'Share',
    low: 'Low',
    high: 'High',
    count: 'Count',
    of: 'Of',
    learningTime: 'Learning time (minutes)',
    planned: 'Planned',
    median: 'Median',
    lowHalf: 'Middle half from',
    highHalf: 'to',
    fewPeople: 'Fewer than 5 people said; not shown',
    ratings: 'Satisfaction',
    agree: 'Agree',
    agreeing: 'Agreeing',
    answers: 'Answers',
    mean: 'Mean',
    scale: 'Top of scale',
    closesOn: 'Closed on',
    SUPERIOR: 'Superiors',
    TEAM: 'Team members',
    LEARNER: 'Learners',
    outcomes: 'Outcomes',
    metric: 'Metric',
    method: 'Method',
    estimate: 'Estimate',
    note: 'Note',
    integrity: 'Integrity checks',
    passed: 'Passed',
    yes: 'yes',
    no: 'no',
    sensitivity: 'Sensitivity',
    correlations: 'Correlations',
    adjusted: 'Adjusted p',
    courses: 'Courses',
    tasks: 'Tasks',
    completion: 'Done',
    onTime: 'On time',
    quality: 'Mean score',
    mentors: 'Mentors',
    outside: 'Outside limits',
    findings: 'Findings',
    rule: 'Rule',
    grade: 'Evidence grade',
    evidence: 'Evidence',
    suggestion: 'Suggestion',
    edits: 'Edits of the plan',
    methods: 'Methods',
    manifest: 'Manifest',
    weak: 'Observations on too little data, not listed',
    STRONG: 'strong',
    MODERATE: 'moderate',
    NOT_ENOUGH_DATA: 'not enough data',
  },
} as const satisfies Record<Language, Record<string, string>>;

const localTime = (at: Instant, language: Language, timeZone: Zone): string =>
  new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(Date.parse(at));

/** `2026-01-12T09:00:00+08:00`: what every program takes for the moment that it is. */
export function isoTime(at: Instant, timeZone: Zone): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(Date.parse(at));
  const local = parts.replace(' ', 'T');
  const minutes = Math.round((Date.parse(`${local}Z`) - Date.parse(at)) / 60_000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const [sign, away] = [minutes < 0 ? '-' : '+', Math.abs(minutes)];
  return `${local}${sign}${two(away / 60)}:${two(away % 60)}`;
}

/**
 * The whole report in the order in which it is read; sections without rows are left out.
 * @param dates in words for people to read, or as programs read them
 */
export function reportSections(
  { record, findings, cohortName, language, mentors, timeZone }: ReportFileContent,
  dates: 'words' | 'iso',
): ReportSection[] {
  const words = WORDS[language];
  const { body, manifest } = record;
  // A report of pure noise has a dozen of these: counted, as on the page. The JSON has them all.
  const weak = findings.filter(({ grade }) => grade === 'NOT_ENOUGH_DATA');
  const said = (passed: boolean) => (passed ? words.yes : words.no);
  const share = ({ title, share: value, low, high, count, of, suppressed }: ShareLine): Cell[] =>
    suppressed
      ? [textIn(title, language), null, null, null, null, null]
      : [textIn(title, language), value, low, high, count, of];
  const shareHeader = [words.item, words.share, words.low, words.high, words.count, words.of];
  const shares = (key: 'process' | 'stages' | 'departments') => ({
    key,
    title: words[key],
    header: shareHeader,
    shares: [1, 2, 3],
    rows: body[key].map(share),
  });
  const items = (key: 'courses' | 'tasks', lines: readonly ItemLine[]) => ({
    key,
    title: words[key],
    header: [
      words.item,
      words.completion,
      words.count,
      words.of,
      words.onTime,
      words.count,
      words.of,
      words.quality,
      words.people,
    ],
    shares: [1, 4],
    rows: lines.map(({ title, completion, onTime, quality }) => [
      textIn(title, language),
      completion.share,
      completion.count,
      completion.of,
      onTime.share,
      onTime.count,
      onTime.of,
      quality?.mean ?? null,
      quality?.n ?? 0,
    ]),
  });
  const correlation = (line: CorrelationLine): Cell[] => [
    textIn(line.xTitle, language),
    textIn(line.yTitle, language),
    line.n,
    line.pearson,
    line.low,
    line.high,
    line.spearman,
    line.adjustedP,
    line.reason ? textIn(line.reason, language) : null,
  ];
  const time = ({ title, planned, median, low, high, n, suppressed }: TimeLine): Cell[] => [
    textIn(title, language),
    suppressed ? null : n,
    planned,
    median,
    low,
    high,
    suppressed ? words.fewPeople : null,
  ];
  const rating = ({ respondents, text, agree, mean, scale, closesOn }: RatingLine): Cell[] => [
    `${words[respondents]}${language === 'en' ? ': ' : '：'}${textIn(text, language)}`,
    agree.count / agree.of,
    agree.low,
    agree.high,
    agree.count,
    agree.of,
    mean,
    scale,
    closesOn,
  ];
  const sections: ReportSection[] = [
    {
      key: 'summary',
      title: words.summary,
      header: [words.item, words.value],
      rows: [
        [words.cohort, cohortName],
        [
          words.generatedAt,
          dates === 'iso' ? isoTime(record.generatedAt, timeZone) : localTime(record.generatedAt, language, timeZone),
        ],
        [words.headline, textIn(body.headline, language)],
        [words.nextStep, textIn(body.nextStep, language)],
      ],
    },
    {
      key: 'flow',
      title: words.flow,
      header: [words.item, words.people],
      rows: body.flow.map(({ title, count }) => [textIn(title, language), count]),
    },
    shares('process'),
    shares('stages'),
    shares('departments'),
    {
      key: 'learningTime',
      title: words.learningTime,
      header: [words.item, words.people, words.planned, words.median, words.lowHalf, words.highHalf, words.note],
      rows: (body.learningTime ?? []).map(time),
    },
    {
      key: 'outcomes',
      title: words.outcomes,
      header: [words.metric, words.method, words.people, words.estimate, words.low, words.high, 'p', words.note],
      pValues: [6],
      rows: body.outcomes.map(({ title, method, n, estimate, low, high, pValue, note }) => [
        textIn(title, language),
        textIn(method, language),
        n,
        estimate,
        low,
        high,
        pValue,
        note ? textIn(note, language) : null,
      ]),
    },
    {
      key: 'ratings',
      title: words.ratings,
      header: [
        words.item,
        words.agree,
        words.low,
        words.high,
        words.agreeing,
        words.answers,
        words.mean,
        words.scale,
        words.closesOn,
      ],
      shares: [1, 2, 3],
      rows: (body.ratings ?? []).map(rating),
    },
    ...(body.experiment ? experimentSections(body.experiment, language) : []),
    {
      key: 'integrity',
      title: words.integrity,
      header: [words.item, words.passed, words.value],
      rows: body.integrity.map(({ text, passed, value }) => [textIn(text, language), said(passed), value]),
    },
    {
      key: 'sensitivity',
      title: words.sensitivity,
      header: [words.method, words.estimate, words.low, words.high, 'p'],
      pValues: [4],
      rows: body.sensitivity.map(({ method, estimate, low, high, pValue }) => [
        textIn(method, language),
        estimate,
        low,
        high,
        pValue,
      ]),
    },
    {
      key: 'correlations',
      title: `${words.correlations} (${body.scanned})`,
      header: ['x', 'y', 'n', 'Pearson', words.low, words.high, 'Spearman', words.adjusted, words.note],
      pValues: [7],
      rows: body.correlations.map(correlation),
    },
    items('courses', body.courses),
    items('tasks', body.tasks),
    {
      key: 'mentors',
      title: words.mentors,
      header: [...shareHeader, words.outside],
      shares: [1, 2, 3],
      rows: mentors
        ? body.mentors.map(({ name, timely, outsideLimits }) => [name, ...share(timely).slice(1), said(outsideLimits)])
        : [],
    },
    {
      key: 'findings',
      title: words.findings,
      header: [words.rule, words.item, words.grade, words.evidence, words.suggestion, words.edits],
      rows: [
        ...findings
          .filter((finding) => !weak.includes(finding))
          .map(({ rule, grade, words: said }) => [
            rule,
            textIn(said.title, language),
            words[grade],
            textIn(said.evidence, language),
            textIn(said.suggestion, language),
            said.edits[language].join('\n'),
          ]),
        ...(weak.length === 0 ? [] : [['', `${words.weak}: ${weak.length}`, words.NOT_ENOUGH_DATA, null, null, null]]),
      ],
    },
    {
      key: 'methods',
      title: words.methods,
      header: [words.item, words.method],
      rows: body.methods.map(({ title, text }) => [textIn(title, language), textIn(text, language)]),
    },
    {
      key: 'manifest',
      title: words.manifest,
      header: [words.item, words.value],
      rows: manifestRows(manifest, language),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

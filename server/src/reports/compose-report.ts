import { applyCommands } from '@planwright/schema/commands';
import { capitalised } from '@planwright/schema/definition';
import { diffPlans } from '@planwright/schema/diff';
import type { Language } from '@planwright/schema/text';
import { LANGUAGES, type LocalizedText, textIn } from '@planwright/schema/text';
import { inEach } from '@planwright/schema/words';
import { percent, signed, withUnit } from '../experiments/analysis/index.js';
import { buildReport } from './analysis/build-report.js';
import type { FindingDraft, ReportBody, ReportInput } from './analysis/report-data.js';
import { say, sayIn } from './generated/messages.js';
import { experimentNotes, methodNotes } from './method-notes.js';
import { stepOfExperiment } from './next-step-of-experiment.js';
import type { ReadReport } from './read-report-input.js';
import type { ReportExperiment } from './report-experiment.js';
import type { FindingRecord, FindingWords, ReportDesign, ReportText } from './report-record.js';

export type NewFinding = Omit<FindingRecord, 'id' | 'reportId' | 'appliedAt'>;

/** A report in words: what it says first, by which design, what to do next, and each finding with the sentences of its edits. */
export function composeReport({ input, experiment }: ReadReport): { text: ReportText; findings: NewFinding[] } {
  const { findings: drafts, ...body } = buildReport(input);
  const design: ReportDesign = experiment ? 'RANDOMISED' : body.outcomes.length > 0 ? 'BEFORE_AFTER' : 'PROCESS_ONLY';
  const findings = drafts.map((draft) => findingOf(input, draft));
  const text: ReportText = {
    ...body,
    design,
    headline: headlineOf(input, body, experiment),
    nextStep: nextStepOf(findings, body, experiment),
    integrity: experiment?.analysis?.integrity ?? [],
    sensitivity: [
      ...(experiment?.analysis?.comparisons.flatMap(({ sensitivity }) => sensitivity) ?? []),
      ...(experiment?.later?.estimates ?? []),
    ],
    experiment: experiment?.analysis
      ? {
          name: experiment.name,
          hypothesis: experiment.hypothesis,
          unit: input.metrics.find(({ key }) => key === experiment.metricKey)?.unit ?? null,
          analysis: experiment.analysis,
        }
      : null,
    methods: [...methodNotes(body, design), ...(experiment ? experimentNotes(experiment) : [])],
  };
  return { text, findings };
}

function findingOf({ definition }: ReportInput, draft: FindingDraft): NewFinding {
  const { rule, itemKey, mentorId, grade, commands, title, evidence, suggestion } = draft;
  const edits = (language: Language): string[] => {
    const applied = applyCommands(definition, commands);
    return 'problem' in applied
      ? []
      : diffPlans(definition, applied.definition, language).map(({ sentence }) => sentence);
  };
  const words: FindingWords = {
    title,
    evidence,
    suggestion,
    edits: Object.fromEntries(LANGUAGES.map((language) => [language, edits(language)])),
  };
  return { rule, itemKey, mentorId, grade, commands, words };
}

/** Pairs that a change is computed from at least. */
const FEWEST_PAIRS = 5;
/** Below this share of the people those who were measured do not stand for all. */
const FEWEST_SHARE = 0.5;

/**
 * The answer in one sentence. Randomised: the verdict's own, or when it will be known. Else the change with its interval and
 * that nobody was compared with; without outcomes the shares, each with its denominator.
 */
function headlineOf(
  { metrics, primaryMetric, rows }: ReportInput,
  body: Omit<ReportBody, 'findings'>,
  experiment: ReadReport['experiment'],
): LocalizedText {
  if (experiment) {
    const comparisons = experiment.analysis?.comparisons ?? [];
    if (experiment.analysis === null || comparisons.length === 0) return unopenedHeadline(experiment);
    return inEach((language) =>
      comparisons.map(({ sentence }) => textIn(sentence, language)).join(sayIn(language, 'composeReport.semicolon')),
    );
  }
  const change = body.outcomes.find(({ metric }) => metric === primaryMetric) ?? body.outcomes[0];
  if (change === undefined)
    return processHeadline(
      body,
      rows.some(({ outcome }) => metrics.some(({ key }) => outcome[key])),
    );
  const metric = metrics.find(({ key }) => key === change.metric);
  const { title } = change;
  const { estimate, low, high, n } = change;
  const of = body.people;
  const people = n === of ? say('composeReport.people', { n }) : say('composeReport.someOf', { n, of });
  if (n < FEWEST_PAIRS) return say('composeReport.cannotTellYet', { title, of, n, fewest: FEWEST_PAIRS });
  if (estimate === null || low === null || high === null) return say('composeReport.cannotTellChanged', { n, title });
  if (n < FEWEST_SHARE * of) return say('composeReport.cannotTellOnly', { title, of, n });
  const unit = metric?.unit ?? null;
  const interval = { low: signed(low), high: withUnit(signed(high), unit) };
  if (low <= 0 && high >= 0) return say('composeReport.anything', { people, title, ...interval });
  return say('composeReport.changed', {
    people,
    title: inEach((language) => capitalised(textIn(title, language))),
    estimate: withUnit(signed(estimate), unit),
    ...interval,
  });
}

/** Until its results are opened; who was drawn is known, and nothing else. */
function unopenedHeadline({ name, status, isDue, analysisOn, endReason }: ReportExperiment): LocalizedText {
  switch (status) {
    case 'CANCELLED':
      return say('composeReport.experimentCancelledSo', { name, endReason: endReason ?? '' });
    case 'DESIGNED':
      return say('composeReport.experimentNotStarted', { name });
    case 'RUNNING':
    case 'STOPPED':
    case 'ANALYSED':
      return isDue
        ? say('composeReport.analysisDateExperiment', { name })
        : say('composeReport.experimentRunningResults', { name, analysisOn });
    default:
      return status satisfies never;
  }
}

/** @param isMeasured there are results, but nothing from before to hold them against */
function processHeadline({ people, process }: Omit<ReportBody, 'findings'>, isMeasured: boolean): LocalizedText {
  const completion = process.find(({ key }) => key === 'completion');
  if (!completion || completion.share === null) return say('composeReport.enrolled', { people });
  const counts = `${completion.count} / ${completion.of}`;
  const missing = isMeasured ? say('composeReport.outcomesMeasuredBut') : say('composeReport.noOutcomeMeasured');
  return say('composeReport.completion', { share: percent(completion.share), counts, people, missing });
}

function nextStepOf(
  findings: readonly NewFinding[],
  { outcomes }: Omit<ReportBody, 'findings'>,
  experiment: ReadReport['experiment'],
): LocalizedText {
  if (experiment && experiment.status !== 'CANCELLED') return stepOfExperiment(experiment);
  const edits = findings.filter(({ commands, grade }) => commands.length > 0 && grade !== 'NOT_ENOUGH_DATA').length;
  if (edits > 0) return say('composeReport.applySuggestion', { edits });
  if (outcomes.length === 0) return say('composeReport.recordOutcomeBefore');
  return say('composeReport.giveNextCohort');
}

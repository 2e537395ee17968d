import type { Instant } from '../time/index.js';
import { datesToFix } from './dates-to-fix.js';
import type { EnrolmentStatus, Environment, Evaluation, ItemEvaluation } from './evaluation.js';
import { isPaused } from './fold.js';
import { evaluateItem } from './item-evaluation.js';
import { progressOf } from './progress-figures.js';
import { nextChangeOf, noteChange, type Settling, startSettling } from './settling.js';
import { type EvaluatedStage, evaluateStage } from './stage-evaluation.js';
import type { EnrolmentState } from './state.js';
import { mentorAt, submissionsOf } from './submissions.js';

/**
 * What a state means at `environment.now`: everything that time decides. Asking twice, or in between, changes nothing:
 * all is derived from the events, the definition and the calendar.
 * @throws when nobody was enrolled yet
 */
export function settle(state: EnrolmentState, environment: Environment): Evaluation {
  const s = startSettling(state, environment);
  noteChange(s, state.startAt);
  const items = s.plan.items.map((indexed) => evaluateItem(s, indexed));
  const stages = s.plan.stages.map((indexed) => evaluateStage(s, indexed, items));
  const submissions = s.plan.items.flatMap((indexed) => submissionsOf(s, indexed));
  const stageEvaluations = stages.map(({ evaluation }) => evaluation);
  const { status, completedAt } = statusOf(s, stages);
  const progress = progressOf({ items, stages: stageEvaluations, submissions }, state.planScore);

  const evaluation: Evaluation = {
    versionId: state.versionId,
    status,
    startsOn: state.startsOn,
    zone: state.zone,
    facts: state.facts.at(-1)?.facts ?? {},
    partners: { ...state.partners },
    items,
    stages: stageEvaluations,
    submissions,
    progress,
    datesToFix: datesToFix(s),
  };
  const mentorId = mentorAt(s, s.at) ?? state.mentors.at(-1)?.personId;
  if (mentorId !== undefined) evaluation.mentorId = mentorId;
  const dueAt = latestDue(items, stages);
  if (dueAt !== undefined) evaluation.dueAt = dueAt;
  if (completedAt !== undefined) evaluation.completedAt = completedAt;
  const nextChangeAt = nextChangeOf(s);
  if (nextChangeAt !== undefined && status !== 'CANCELLED') evaluation.nextChangeAt = nextChangeAt;
  return evaluation;
}

function statusOf(s: Settling, stages: readonly EvaluatedStage[]): { status: EnrolmentStatus; completedAt?: Instant } {
  if (s.state.cancelledAt !== undefined) return { status: 'CANCELLED' };
  const started = s.state.startAt <= s.at;
  if (started && stages.every(({ evaluation }) => evaluation.complete)) {
    const completedAt = stages.reduce<Instant>(
      (latest, stage) => (stage.completedAt !== undefined && stage.completedAt > latest ? stage.completedAt : latest),
      s.state.startAt,
    );
    return { status: 'COMPLETED', completedAt };
  }
  if (isPaused(s.state)) return { status: 'PAUSED' };
  return { status: started ? 'ACTIVE' : 'SCHEDULED' };
}

function latestDue(items: readonly ItemEvaluation[], stages: readonly EvaluatedStage[]): Instant | undefined {
  const dues = [...items.map((item) => item.dueAt), ...stages.map(({ evaluation }) => evaluation.dueAt)];
  return dues.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);
}

import { findItem, type PlanDefinition, type Stage } from '@planwright/schema/definition';
import type { LockReason } from '@planwright/schema/engine';
import { deliverableOf, type Item, kindOf, stepsOf } from '@planwright/schema/kinds';
import { type Language, textIn } from '@planwright/schema/text';
import { globalId } from '../access/graphql/index.js';
import {
  criteriaOf,
  type ItemRow,
  type Projection,
  personProgress,
  type StageJson,
  type SubmissionRow,
} from '../progress/index.js';
import type { EnrolmentType, ProgressEventType } from './enrolment.type.js';
import type { EnrolmentRecord, EventRecord } from './enrolment-records.js';
import type { ItemStateType, LockReasonType, StageStateType } from './item-state.type.js';
import type { PastView } from './past-view.js';
import type { RubricCriterionType, SubmissionType } from './submission.type.js';

/** Rows and definitions as the API answers them, in the reader's language. Pure. */

export function enrolmentFrom(record: EnrolmentRecord, past?: PastView): EnrolmentType & { __typename: 'Enrolment' } {
  const then: Projection | undefined = past?.projection;
  const state = then?.state ?? record.state;
  return {
    __typename: 'Enrolment',
    id: globalId('Enrolment', record.id),
    uuid: record.id,
    personUuid: record.personId,
    versionUuid: then?.versionId ?? record.versionId,
    cohortUuid: record.cohortId,
    mentorUuid: then ? then.mentorId : record.mentorId,
    startsOn: record.startsOn,
    zone: record.zone,
    dueAt: state?.dueAt ?? null,
    // A partner sees that the enrolment is there, but none of its figures.
    status: state?.status ?? 'ACTIVE',
    progress: personProgress(state),
    state,
    ...(past ? { past } : {}),
  };
}

export function stageFrom(stage: StageJson, definition: PlanDefinition, language: Language): StageStateType {
  const defined = definition.stages.find(({ key }) => key === stage.key);
  return {
    ...stage,
    title: textIn(defined?.title, language),
    items: (defined?.items ?? []).map(({ key }) => key),
  };
}

/** undefined for a row whose version lacks the item: a row of another version is never shown under the wrong name. */
export function itemFrom(row: ItemRow, definition: PlanDefinition, language: Language): ItemStateType | undefined {
  const found = findItem(definition, row.itemKey);
  if (!found) return undefined;
  const { item, stage } = found;
  return {
    key: row.itemKey,
    stageKey: row.stageKey,
    kind: item.kind,
    title: textIn(item.title, language),
    requirement: item.requirement,
    state: row.state,
    outcome: row.outcome,
    opensAt: row.opensAt,
    dueAt: row.dueAt,
    provisional: row.provisional,
    awaiting: row.awaiting,
    completedAt: row.completedAt,
    onTime: row.onTime,
    overdue: row.overdue,
    score: row.score,
    attempt: row.attempt,
    link: kindOf(item).url?.(item) ?? null,
    steps: row.steps.map(({ key, dueAt, completedAt, onTime }) => ({
      key,
      title: stepTitle(item, key, language),
      dueAt,
      completedAt,
      onTime,
    })),
    lockedBecause: row.lockedBecause.map((reason) => lockReasonFrom(reason, language)),
    minutes: item.minutes ?? null,
    deliverable: deliverableOf(item) ?? null,
    description: textIn(item.description, language) || null,
    stageTitle: stageTitle(stage, language),
  };
}

const stageTitle = (stage: Stage, language: Language): string => textIn(stage.title, language);

function stepTitle(item: Item, key: string, language: Language): string {
  const step = stepsOf(item).find((candidate) => candidate.key === key);
  return textIn(step?.title, language);
}

function lockReasonFrom(reason: LockReason, language: Language): LockReasonType {
  return {
    text: textIn(reason.text, language),
    itemKey: 'itemKey' in reason ? reason.itemKey : null,
    opensAt: 'opensAt' in reason ? (reason.opensAt ?? null) : null,
  };
}

export function submissionFrom(row: SubmissionRow): SubmissionType & { __typename: 'Submission' } {
  const { id, itemKey, stepKey, attempt, submittedAt, artefact, feedbackDueAt, reviewedAt, decision, score } = row;
  return {
    __typename: 'Submission',
    id: globalId('Submission', id),
    itemKey,
    stepKey,
    attempt,
    submittedAt,
    artefact,
    feedbackDueAt,
    reviewedAt,
    decision,
    score,
    comment: row.reviewComment,
    note: row.comment,
    row,
  };
}

/** Ids of people inside an event, under the name that clients know them by. */
const PERSON_FIELDS = ['personId', 'mentorId'];

export function eventFrom(event: EventRecord): ProgressEventType {
  const { data } = event;
  return {
    seq: String(event.seq),
    at: event.occurredAt,
    itemKey: 'itemKey' in data ? String(data.itemKey) : null,
    stepKey: 'stepKey' in data ? String(data.stepKey) : null,
    type: event.type,
    data: Object.fromEntries(
      Object.entries(data).map(([key, value]: [string, unknown]) => [key, clientValue(key, value)]),
    ),
    actorName: event.actor,
  };
}

function clientValue(key: string, value: unknown): unknown {
  if (PERSON_FIELDS.includes(key) && typeof value === 'string') return globalId('Person', value);
  if (key === 'personIds' && Array.isArray(value)) return value.map((id) => globalId('Person', String(id)));
  if (/^(from|to)?[vV]ersionId$/.test(key) && typeof value === 'string') return globalId('PlanVersion', value);
  if (key === 'files' && Array.isArray(value))
    return value.map((file: { id: string; name: string }) => ({ ...file, id: globalId('File', file.id) }));
  if (key === 'migrationId' && typeof value === 'string') return globalId('Migration', value);
  return value;
}

/** The rubric of an item with what the reviewer gave; empty when it has none. */
export function rubricOf(item: Item, scores: SubmissionRow['criteria'], language: Language): RubricCriterionType[] {
  return criteriaOf(item).map(({ key, title, weight }) => ({
    key,
    title: title ? textIn(title, language) : key,
    weight,
    score: scores?.find((score) => score.key === key)?.score ?? null,
  }));
}

import {
  decideProgress,
  type EnrolmentEvent,
  evaluate,
  type NewEvent,
  type ProgressAct,
  type SubmittedFile,
} from '@planwright/schema/engine';
import type { Language } from '@planwright/schema/text';
import { notFound, userError } from '../access/graphql/index.js';
import { type Act, done, NotAllowed, type Outcome, refused, requireEach } from '../access/index.js';
import { submitFiles, uploadsToSubmit } from '../files/index.js';
import {
  applyEvents,
  type LoadedEnrolment,
  type LoadedEnrolments,
  loadEnrolments,
  type ProgressDeps,
} from './apply-events.js';
import { say } from './generated/messages.js';
import type { Idempotency } from './insert-events.js';
import type { EnrolmentChange } from './progress-listener.js';
import { isRequestKey, requestKey } from './request-key.js';
import { submissionId } from './submission-id.js';
import { actorRole, targetEnrolment } from './target-enrolment.js';

export interface RecordProgress extends Omit<ProgressAct, 'files'> {
  enrolmentId: string;
  /** With SUBMIT: the viewer's own uploads. */
  uploadIds?: readonly string[];
  idempotencyKey: string;
}

/** What a request has recorded; a repeated request answers the same and has no changes. */
export interface Recorded {
  enrolmentId: string;
  event: EnrolmentEvent;
  submissionId: string | null;
  changes: EnrolmentChange[];
}

/** Records what somebody did with an item of a plan, with everything that follows from it, in one transaction. */
export async function recordProgress(
  act: Act,
  deps: ProgressDeps,
  { enrolmentId, idempotencyKey, ...input }: RecordProgress,
): Promise<Outcome<Recorded>> {
  const { tx, viewer, language, now } = act;
  if (!isRequestKey(idempotencyKey)) {
    return refused(userError('INVALID', say('keyMissing'), language, ['idempotencyKey']));
  }
  // Sent together. What the worker reads is looked at only once it is known that the viewer may act.
  const targeting = targetEnrolment(act, enrolmentId);
  const uploading = input.uploadIds ? uploadsToSubmit(act, input.uploadIds) : undefined;
  const becoming = tx.becomeWorker();
  const loading = loadEnrolments(tx, deps, viewer.workspace.id, [enrolmentId], now);
  for (const sent of [becoming, loading, uploading]) sent?.catch(() => undefined);
  const target = await targeting;
  requireEach(viewer, 'recordProgress', [target.parties], () => `Enrolment:${enrolmentId}`);
  const by = actorRole(viewer, target, input.itemKey);
  if (!by) throw new NotAllowed('recordProgress', `Enrolment:${enrolmentId}`);
  const key = requestKey(idempotencyKey, 'recordProgress', viewer.personId, { enrolmentId, ...input });

  await becoming;
  const loaded = await loading;
  const [enrolment] = loaded.enrolments;
  if (!enrolment) throw notFound(act);
  const before = repeated(act, enrolment, key);
  if (before) return before;

  const evaluation = evaluate(loaded.definitions, enrolment.events, loaded.environment);
  const definition = loaded.definitions[evaluation.versionId];
  if (!definition) throw new Error(`definition of version ${evaluation.versionId} is missing`);
  const uploads = await uploading;
  if (input.uploadIds && (!uploads || input.action !== 'SUBMIT')) return notUsable(language);
  const { uploadIds: _, ...asked } = input;
  const acted = uploads ? { ...asked, files: uploads } : asked;
  const decision = decideProgress(definition, evaluation, acted, { by, actor: viewer.personId }, now);
  if ('refusal' in decision) {
    const { code, message, path } = decision.refusal;
    return refused({ code, message: message[language] ?? '', path });
  }
  if (uploads && !(await filesGoWith(act, enrolmentId, decision.events, uploads))) return notUsable(language);
  return record(act, deps, loaded, enrolment, decision.events, key);
}

const notUsable = (language: Language) =>
  refused(userError('INVALID', say('uploadsNotUsable'), language, ['uploadIds']));

/** Gives the uploads to the submission that is about to be recorded. False = one of them went elsewhere meanwhile. */
async function filesGoWith(
  { tx }: Act,
  enrolmentId: string,
  events: readonly NewEvent[],
  uploads: readonly SubmittedFile[],
): Promise<boolean> {
  const submitted = events.find((event) => event.type === 'submitted');
  if (!submitted) throw new Error('files without a submission');
  const { itemKey, stepKey, attempt } = submitted.data;
  return submitFiles(tx, uploads, {
    enrolmentId,
    itemKey,
    submissionId: submissionId(enrolmentId, itemKey, stepKey, attempt),
  });
}

/** The answer of the first time when this request was recorded before; KEY_REUSED when the key meant something else. */
export function repeated(
  { language }: Act,
  enrolment: LoadedEnrolment,
  key: Idempotency,
): Outcome<Recorded> | undefined {
  const earlier = enrolment.requests.get(key.key);
  if (!earlier) return undefined;
  if (earlier.requestHash !== key.requestHash) {
    return refused(userError('KEY_REUSED', say('keyReused'), language, ['idempotencyKey']));
  }
  return done({
    enrolmentId: enrolment.row.id,
    event: earlier.event,
    submissionId: submissionOf(enrolment.row.id, earlier.event),
    changes: [],
  });
}

/** Stores the events of one act on one enrolment: the last that its transaction does. */
export async function record(
  { tx }: Act,
  deps: ProgressDeps,
  loaded: LoadedEnrolments,
  enrolment: LoadedEnrolment,
  events: readonly NewEvent[],
  idempotency: Idempotency,
): Promise<Outcome<Recorded>> {
  const { id } = enrolment.row;
  if (events.length === 0) throw new Error('an act without an event');
  const acts = new Map([[id, { events, idempotency }]]);
  const { applied, changes } = await applyEvents(tx, deps, loaded, acts, (writes) => tx.lastly(writes));
  const event = applied[0]?.recorded[0];
  if (!event) throw new Error('an act without an event was recorded');
  return done({ enrolmentId: id, event, submissionId: submissionOf(id, event), changes });
}

function submissionOf(enrolmentId: string, event: EnrolmentEvent): string | null {
  if (event.type !== 'submitted') return null;
  return submissionId(enrolmentId, event.data.itemKey, event.data.stepKey, event.data.attempt);
}

import { itemsOf, type PlanDefinition } from '@planwright/schema/definition';
import {
  applyEvent,
  type EnrolmentEvent,
  type EnrolmentState,
  type Environment,
  type Evaluation,
  type NewEvent,
  settle,
  startState,
  type VersionId,
} from '@planwright/schema/engine';
import { stepsOf } from '@planwright/schema/kinds';
import { type Instant, laterOf } from '@planwright/schema/time';
import { decideHistory, type HistoryAct, type HistoryDecision } from './decide-history.js';

export interface LivedThrough {
  /** Everything that was recorded, also before this import. */
  events: EnrolmentEvent[];
  /** What is new, each with the digest of the row that it answers. */
  added: { event: EnrolmentEvent; digest?: string }[];
  refused: { act: HistoryAct; why: Extract<HistoryDecision, { refused: unknown }>['refused'] }[];
  /** As it stands at `environment.now`. */
  evaluation: Evaluation;
}

/** Dates are fixed round by round, and time is walked from change to change; more of either is a bug. */
const MOST_ROUNDS = 10_000;

/**
 * Lives one enrolment through its history: each act is decided and recorded at its own moment, on what had been recorded by
 * then, and dates are fixed at the moment at which they came to be known, as the ticker would have.
 * @param before what was recorded already; `enrolled` comes first in `begin` where nothing was
 * @param acts in the order of their moments
 * @param environment `now` is the moment of the import: the evaluation is of then
 */
export function liveThrough(
  definitions: Record<VersionId, PlanDefinition>,
  environment: Environment,
  before: readonly EnrolmentEvent[],
  begin: { event: NewEvent; digest: string } | undefined,
  acts: readonly HistoryAct[],
  learnerId: string,
): LivedThrough {
  const life = new Life(definitions, environment, before);
  if (begin) life.record([begin.event], begin.event.occurredAt, begin.digest);
  const refused: LivedThrough['refused'] = [];
  for (const act of acts) {
    const now = life.laterThanLast(act.at);
    const evaluation = life.at(now);
    const definition = definitions[evaluation.versionId];
    if (!definition) throw new Error(`definition of version ${evaluation.versionId} is missing`);
    const decision = decideHistory(definition, evaluation, act, learnerId, now);
    if ('refused' in decision) refused.push({ act, why: decision.refused });
    else life.record(decision.events, now, act.row.digest);
  }
  const evaluation = life.at(life.laterThanLast(environment.now));
  return { events: life.events, added: life.added, refused, evaluation };
}

class Life {
  readonly events: EnrolmentEvent[];
  readonly added: LivedThrough['added'] = [];
  #state: EnrolmentState;
  #seen: { evaluation: Evaluation; at: Instant } | undefined;
  readonly #rules: ReadonlyMap<VersionId, number>;
  #fixed: number;

  constructor(
    private readonly definitions: Record<VersionId, PlanDefinition>,
    private readonly environment: Environment,
    before: readonly EnrolmentEvent[],
  ) {
    this.events = [...before];
    this.#state = before.reduce((state, event) => applyEvent(state, event, definitions), startState());
    this.#fixed = before.filter(({ type }) => type === 'dateFixed').length;
    this.#rules = new Map(Object.entries(definitions).map(([id, definition]) => [id, countDateRules(definition)]));
  }

  /** The order of recording never runs backwards in time. */
  laterThanLast(at: Instant): Instant {
    const last = this.events.at(-1);
    return last === undefined ? at : laterOf(at, last.recordedAt);
  }

  /** The evaluation at a moment, on the way to which every date that came to be known was fixed. */
  at(moment: Instant): Evaluation {
    if (this.#seen?.at === moment) return this.#seen.evaluation;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const next = this.#seen?.evaluation.nextChangeAt;
      // While dates are open, time is walked: what opens on the way may fix one.
      const isWalked = this.#hasOpenDates() && next !== undefined && next < moment;
      const evaluation = this.#fixDates(isWalked ? this.laterThanLast(next) : moment);
      if (!isWalked) return evaluation;
    }
    throw new Error('the dates of an enrolment never settle');
  }

  record(events: readonly NewEvent[], at: Instant, digest: string): void {
    for (const [index, event] of events.entries()) this.#append(event, at, index === 0 ? digest : undefined);
    if (this.#hasOpenDates()) this.#fixDates(at);
  }

  #fixDates(at: Instant): Evaluation {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const evaluation = settle(this.#state, { ...this.environment, now: at });
      if (evaluation.datesToFix.length === 0) {
        this.#seen = { evaluation, at };
        return evaluation;
      }
      for (const data of evaluation.datesToFix)
        this.#append({ type: 'dateFixed', actor: 'system', occurredAt: at, data }, at, undefined);
      this.#fixed += evaluation.datesToFix.length;
    }
    throw new Error('the dates of an enrolment never settle');
  }

  #append(event: NewEvent, at: Instant, digest: string | undefined): void {
    const recorded = { ...event, seq: (this.events.at(-1)?.seq ?? 0) + 1, recordedAt: this.laterThanLast(at) };
    this.#state = applyEvent(this.#state, recorded, this.definitions);
    this.#seen = undefined;
    this.events.push(recorded);
    this.added.push(digest === undefined ? { event: recorded } : { event: recorded, digest });
  }

  /** Most plans count every date from the start: once those are fixed, there is nothing to look for between two acts. */
  #hasOpenDates(): boolean {
    return this.#fixed < (this.#rules.get(this.#state.versionId) ?? 0);
  }
}

function countDateRules({ stages, ...rest }: PlanDefinition): number {
  const ofStages = stages.flatMap(({ opens, due }) => [opens, due]);
  const ofItems = itemsOf({ stages, ...rest }).flatMap(({ item }) => [
    item.opens,
    item.due,
    ...stepsOf(item).map((step) => step.due),
  ]);
  return [...ofStages, ...ofItems].filter((rule) => rule !== undefined).length;
}

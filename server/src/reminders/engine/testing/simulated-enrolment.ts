import type { PlanDefinition } from '@planwright/schema/definition';
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
import { type PlanProgress, planProgress, type RuleOccurrence } from '@planwright/schema/rules';
import type { Behaviour } from '@planwright/schema/simulation';
import { earlierOf, type Instant } from '@planwright/schema/time';

/** One person in the plan: their events as the server would record them, and what the engine makes of them. */
export class SimulatedEnrolment {
  readonly events: EnrolmentEvent[] = [];
  state: EnrolmentState = startState();
  evaluation: Evaluation | undefined;
  /** When time, or this person, changes something next. */
  nextAt: Instant | undefined;
  /** Since what was planned may be out of date. */
  dirtySince: Instant | undefined;
  plannedUntil: Instant | undefined;
  private asked = new Map<string, { from: Instant; until: Instant; firings: RuleOccurrence[] }>();
  private known: PlanProgress | undefined;

  constructor(
    readonly id: string,
    readonly learnerId: string,
    readonly enrolledAt: Instant,
    private readonly definitions: Record<VersionId, PlanDefinition>,
    private readonly behaviourOf: (versionId: VersionId) => Behaviour,
    private readonly environment: Omit<Environment, 'now'>,
  ) {}

  get versionId(): VersionId {
    return this.state.versionId;
  }

  get definition(): PlanDefinition {
    const definition = this.definitions[this.versionId];
    if (!definition) throw new Error(`No version ${this.versionId}`);
    return definition;
  }

  /** Records acts of others, and looks again. */
  record(acts: readonly NewEvent[], now: Instant): void {
    for (const act of acts) this.note(act, now);
    this.advance(now);
  }

  /** Comes to `now`: dates are fixed, and the person and their reviewers do what they do by then. */
  advance(now: Instant): void {
    let evaluation = this.look(now);
    let conduct = this.behaviourOf(this.versionId)(evaluation, now, this.events);
    while (conduct.acts.length > 0) {
      for (const act of conduct.acts) this.note(act, now);
      evaluation = this.look(now);
      conduct = this.behaviourOf(this.versionId)(evaluation, now, this.events);
    }
    const next = [evaluation.nextChangeAt, conduct.wakeAt].filter((at) => at !== undefined).sort()[0];
    this.nextAt = next;
    this.evaluation = evaluation;
    this.known = undefined;
    this.asked.clear();
    this.dirtySince ??= now;
  }

  progress(): PlanProgress {
    if (!this.evaluation) throw new Error('Nobody looked yet');
    this.known ??= planProgress(this.definition, this.evaluation, {
      person: this.id,
      enrolledAt: this.enrolledAt,
      hasMentor: this.evaluation.mentorId !== undefined,
    });
    return this.known;
  }

  /**
   * What a rule fires in [from, until) with the progress of now. Asked once for the days around and cut: a rule that is pure gives the
   * same in slices, and nothing has changed since.
   */
  firings(
    ruleKey: string,
    from: Instant,
    until: Instant,
    ask: (progress: PlanProgress, from: Instant, until: Instant) => RuleOccurrence[],
    reach: (from: Instant, until: Instant) => { from: Instant; until: Instant },
  ): RuleOccurrence[] {
    let answer = this.asked.get(ruleKey);
    if (!answer || from < answer.from || until > answer.until) {
      const window = reach(from, until);
      answer = { ...window, firings: ask(this.progress(), window.from, window.until) };
      this.asked.set(ruleKey, answer);
    }
    return answer.firings.filter(({ at }) => from <= at && at < until);
  }

  private note(act: NewEvent, now: Instant): void {
    const event = { ...act, seq: this.events.length + 1, recordedAt: now } as EnrolmentEvent;
    this.events.push(event);
    this.state = applyEvent(this.state, event, this.definitions);
    this.dirtySince = this.dirtySince === undefined ? act.occurredAt : earlierOf(this.dirtySince, act.occurredAt);
  }

  private look(now: Instant): Evaluation {
    let evaluation = settle(this.state, { ...this.environment, now });
    while (evaluation.datesToFix.length > 0) {
      for (const data of evaluation.datesToFix)
        this.note({ type: 'dateFixed', actor: 'system', occurredAt: now, data }, now);
      evaluation = settle(this.state, { ...this.environment, now });
    }
    return evaluation;
  }
}

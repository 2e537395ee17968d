import type {
  CheckReport,
  Delivery,
  HttpResponse,
  Identities,
  InboundEvent,
  Json,
  Outcome,
  RawReply,
  RawRequest,
  StreamMessage,
  Verdict,
} from '@planwright/plugin-sdk';
import type {
  ContributionKind,
  Evidence,
  PlanProgress,
  RuleEnvironment,
  RuleOccurrence,
  Score,
} from '@planwright/schema/rules';
import type { z } from 'zod';
import { firingsProblem, oneEach } from './agreement.js';
import { answerShapes, firstProblem } from './answers.js';
import { inBatches } from './batches.js';
import type { Broker } from './broker/broker.js';
import type { BrokerSession } from './broker-session.js';
import {
  type Called,
  type Isolation,
  type LoadedRelease,
  type PluginFailure,
  type PluginHost,
  PluginReadError,
  type ReleaseHealth,
} from './plugin-host.js';
import type { ChildCalled } from './process/child-call.js';
import { readMessages } from './process/read-messages.js';
import { Supervisor, type SupervisorOptions } from './process/supervisor.js';
import type { Operation } from './wire.js';

const failed = (kind: PluginFailure['kind'], message: string): { ok: false; failure: PluginFailure } => ({
  ok: false,
  failure: { kind, message },
});

/** The host over real processes. */
export class RunningPluginHost implements PluginHost {
  readonly isolation: Isolation;
  readonly #broker: Broker;
  readonly #options: SupervisorOptions;
  readonly #supervisors = new Map<string, Supervisor>();
  #stopped = false;

  constructor(isolation: Isolation, broker: Broker, options: SupervisorOptions) {
    this.isolation = isolation;
    this.#broker = broker;
    this.#options = options;
  }

  async occurrences(
    release: LoadedRelease,
    rule: string,
    people: readonly PlanProgress[],
    params: Record<string, unknown>,
    environment: RuleEnvironment,
  ): Promise<Called<RuleOccurrence[]>> {
    return inBatches(people, async (batch) => {
      const called = await this.#call(release, 'occurrences', rule, { people: batch, params, environment });
      if (!called.ok && called.tooLarge) return { tooLarge: true };
      const shaped = shape(called, answerShapes.occurrences);
      if (!shaped.ok) return shaped;
      const problem = firingsProblem(shaped.value, new Set(batch.map(({ person }) => person)), environment);
      return problem ? failed('protocol', `The rule gave ${problem}.`) : shaped;
    });
  }

  async score(
    release: LoadedRelease,
    scorer: string,
    evidence: readonly Evidence[],
    params: Record<string, unknown>,
  ): Promise<Called<Score[]>> {
    return inBatches(evidence, async (batch) => {
      const called = await this.#call(release, 'score', scorer, { evidence: batch, params });
      if (!called.ok && called.tooLarge) return { tooLarge: true };
      return each(
        shape(called, answerShapes.score),
        batch.map(({ person }) => person),
        'score',
      );
    });
  }

  async address(
    release: LoadedRelease,
    channel: string,
    identities: readonly Identities[],
  ): Promise<Called<(string | null)[]>> {
    return inBatches(identities, async (batch) => {
      const called = await this.#call(release, 'address', channel, { identities: batch });
      if (!called.ok && called.tooLarge) return { tooLarge: true };
      const shaped = shape(called, answerShapes.address);
      return shaped.ok && shaped.value.length !== batch.length
        ? failed('protocol', 'The channel gave another number of addresses than it was asked for.')
        : shaped;
    });
  }

  async send(
    release: LoadedRelease,
    channel: string,
    session: BrokerSession,
    delivery: Delivery,
  ): Promise<Called<Outcome[]>> {
    const called = await this.#call(release, 'send', channel, { delivery }, session);
    const people = delivery.to.map(({ person }) => person);
    return each(shape(called, answerShapes.outcomes), people, 'outcome');
  }

  async settle(
    release: LoadedRelease,
    channel: string,
    session: BrokerSession,
    refs: string[],
  ): Promise<Called<Outcome[]>> {
    return shape(await this.#call(release, 'settle', channel, { refs }, session), answerShapes.outcomes);
  }

  async update(
    release: LoadedRelease,
    channel: string,
    session: BrokerSession,
    ref: string,
    params: Json,
  ): Promise<Called<Outcome>> {
    return shape(await this.#call(release, 'update', channel, { ref, params }, session), answerShapes.outcome);
  }

  async cancel(release: LoadedRelease, channel: string, session: BrokerSession, ref: string): Promise<Called<Outcome>> {
    return shape(await this.#call(release, 'cancel', channel, { ref }, session), answerShapes.outcome);
  }

  async check(release: LoadedRelease, session: BrokerSession): Promise<Called<CheckReport>> {
    return shape(await this.#call(release, 'check', '', {}, session), answerShapes.check);
  }

  async receive(
    release: LoadedRelease,
    inbound: string,
    session: BrokerSession,
    request: RawRequest,
  ): Promise<Called<{ events: InboundEvent[]; reply: RawReply }>> {
    const called = shape(await this.#call(release, 'receive', inbound, { request }, session), answerShapes.received);
    if (!called.ok) return called;
    const { status, headers, body } = called.value.reply;
    return {
      ok: true,
      value: { events: called.value.events, reply: { status, body, ...(headers ? { headers } : {}) } },
    };
  }

  async *read(
    release: LoadedRelease,
    connector: string,
    session: BrokerSession,
    stream: string,
    state: Json,
  ): AsyncIterable<StreamMessage> {
    const refused = this.#refusal(release, 'read', connector);
    if (refused) throw new PluginReadError(refused);
    const supervisor = this.#supervisor(release);
    const acquired = await supervisor.acquire();
    if ('failure' in acquired) throw new PluginReadError(acquired.failure);
    const opened = await this.#broker.open(release, session, supervisor.limits.callMs, supervisor.classifies);
    if (!opened.ok) throw new PluginReadError(opened.failure);
    yield* readMessages(acquired.child, {
      operation: 'read',
      key: connector,
      args: { stream, state },
      deadlineMs: supervisor.limits.callMs,
      scope: opened.value,
      credit: supervisor.limits.credit,
    });
  }

  async classify(release: LoadedRelease, response: HttpResponse): Promise<Called<Verdict>> {
    const { status, headers, text } = response;
    return shape(
      await this.#call(release, 'classify', '', { response: { status, headers, text } }),
      answerShapes.verdict,
    );
  }

  async migrateConfig(
    release: LoadedRelease,
    from: number,
    config: Record<string, Json>,
  ): Promise<Called<Record<string, Json>>> {
    return shape(await this.#call(release, 'migrateConfig', '', { from, config }), answerShapes.config);
  }

  health(release: LoadedRelease): ReleaseHealth {
    return this.#supervisors.get(identityOf(release))?.health() ?? { state: 'idle', restarts: 0 };
  }

  /** Pids of a release's processes (of the outermost tool), for the doctor and for tests. */
  pids(release: LoadedRelease): number[] {
    return this.#supervisors.get(identityOf(release))?.pids() ?? [];
  }

  async retire(release: LoadedRelease): Promise<void> {
    const supervisor = this.#supervisors.get(identityOf(release));
    this.#supervisors.delete(identityOf(release));
    await supervisor?.retire();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#supervisors.values()].map((supervisor) => supervisor.stop()));
    this.#supervisors.clear();
  }

  #supervisor(release: LoadedRelease): Supervisor {
    const identity = identityOf(release);
    const known = this.#supervisors.get(identity);
    if (known) {
      known.release = release;
      return known;
    }
    // The same version with other bytes: a plugin in development was built again. Its former process finishes and goes.
    for (const other of this.#supervisors.values())
      if (other.release.id === release.id && other.release.version === release.version) void other.rest();
    const supervisor = new Supervisor(release, this.#options);
    this.#supervisors.set(identity, supervisor);
    return supervisor;
  }

  /** What the manifest does not declare is not asked for. */
  #refusal(release: LoadedRelease, operation: Operation, key: string): PluginFailure | undefined {
    if (this.#stopped) return { kind: 'unavailable', message: 'The plugin host is stopped.' };
    const kind = CONTRIBUTION[operation];
    if (kind === undefined || release.manifest.contributes.some((one) => one.kind === kind && one.key === key))
      return undefined;
    return { kind: 'refused', message: `${release.id}@${release.version} declares no ${kind} “${key}”.` };
  }

  async #call(
    release: LoadedRelease,
    operation: Operation,
    key: string,
    args: Record<string, unknown>,
    session?: BrokerSession,
  ): Promise<ChildCalled> {
    const refused = this.#refusal(release, operation, key);
    if (refused) return { ok: false, failure: refused };
    const supervisor = this.#supervisor(release);
    const { limits } = supervisor;
    const deadlineMs = session ? limits.callMs : Math.min(limits.ruleMs, limits.callMs);
    return (session ? supervisor.turns : supervisor.ruleTurns).take(async () => {
      const acquired = await supervisor.acquire();
      if ('failure' in acquired) return { ok: false, failure: acquired.failure };
      const request = { operation, key, args: args as Json, deadlineMs };
      if (!session) return acquired.child.call(request);
      const opened = await this.#broker.open(release, session, deadlineMs, supervisor.classifies);
      return opened.ok ? acquired.child.call({ ...request, scope: opened.value }) : opened;
    });
  }
}

const identityOf = ({ id, version, sha256 }: LoadedRelease): string => `${id}@${version}#${sha256}`;

const CONTRIBUTION: Partial<Record<Operation, ContributionKind>> = {
  occurrences: 'REMINDER_RULE',
  score: 'SCORER',
  address: 'CHANNEL',
  send: 'CHANNEL',
  settle: 'CHANNEL',
  update: 'CHANNEL',
  cancel: 'CHANNEL',
  receive: 'INBOUND',
  read: 'CONNECTOR',
};

function shape<T>(called: ChildCalled, as: z.ZodType<T>): Called<T> {
  if (!called.ok) return { ok: false, failure: called.failure };
  const parsed = as.safeParse(called.value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : failed('protocol', `The answer is wrong. ${firstProblem(parsed.error)}`);
}

function each<T extends { person: string }>(called: Called<T[]>, people: readonly string[], what: string): Called<T[]> {
  if (!called.ok) return called;
  const inOrder = oneEach(called.value, people);
  return inOrder
    ? { ok: true, value: inOrder }
    : failed('protocol', `The answer is wrong: not one ${what} for each person.`);
}

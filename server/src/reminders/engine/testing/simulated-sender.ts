import { addMs, type Instant, plainDateIn } from '@planwright/schema/time';
import { reconcile, type Settled } from '../../deliver/reconcile.js';
import { afterOutcome, drawIn } from '../../deliver/retry.js';
import { batchesDue, deliveryKey, withinBudget } from '../../send/batch.js';
import { catchUpOf, isStale } from '../../send/catch-up.js';
import { composeDigest, type MessagePart } from '../../send/message.js';
import { recheck } from '../../send/recheck.js';
import { varyText } from '../../send/vary-text.js';
import {
  DEFAULT_SETTINGS,
  deferToOpening,
  isOpen,
  type OccurrenceAct,
  type Random,
  type ReasonCode,
} from '../index.js';
import type { FakeChannel } from './fake-channel.js';
import type { Ledger, LedgerDelivery, LedgerRow, Transaction } from './ledger.js';
import type { SimulatedPlanner } from './simulated-planner.js';
import { hoursOf, type World } from './world.js';

const LEASE_MS = 30_000;
const PROBE_EVERY_MS = 5 * 60_000;
const FAILURES_TO_OPEN = 5;

export type Wake = { deliverTo: string } | { deliver: string } | { probe: string };

/** What the sender job does, over the pure parts, dying at any of six points around the call. */
export class SimulatedSender {
  /** Messages that went to a person, for budgets and for words used before. */
  private readonly sent = new Map<string, { at: Instant; hash: string; key: string; route: string }[]>();
  private readonly circuits = new Map<string, { failures: number; open: boolean }>();

  constructor(
    private readonly world: World,
    private readonly ledger: Ledger,
    private readonly planner: SimulatedPlanner,
    private readonly channels: ReadonlyMap<string, FakeChannel>,
    private readonly random: Random,
    private readonly wake: (at: Instant, what: Wake) => void,
  ) {}

  /** Everything that is due for one person. */
  deliverTo(personId: string, now: Instant): void {
    const hours = this.hours(personId);
    const due = this.ledger.plannedFor(personId).filter((row) => row.at <= now || row.deliverAt <= now);
    if (!due.some((row) => row.deliverAt <= now)) return;
    const tx = this.ledger.begin(now);
    const { send, expire } = catchUpOf(due, now, (row) => this.policyOf(row));
    for (const { occurrence, reason } of expire) tx.act(occurrence.id, 'expire', {}, reason.code);
    const ready: LedgerDelivery[] = [];
    for (const batch of batchesDue(send, now, ({ channel }) => this.world.settings.routes?.[channel] ?? channel)) {
      if (!isOpen(now, hours)) {
        const opening = deferToOpening(now, hours);
        for (const { id } of batch.occurrences) tx.change(id, { deliverAt: opening });
        this.wake(opening, { deliverTo: personId });
        continue;
      }
      const sentToday = this.sentToday(personId, now) + ready.length;
      const limit = DEFAULT_SETTINGS.dailyBudget;
      const budgeted = withinBudget(batch.occurrences, { sentToday, limit }, now, hours);
      for (const row of budgeted.drop) tx.act(row.id, 'expire', {}, 'budget');
      for (const { occurrence, deliverAt } of budgeted.wait) {
        tx.change(occurrence.id, { deliverAt });
        this.wake(deliverAt, { deliverTo: personId });
      }
      if (budgeted.send.length === 0) continue;
      const key = deliveryKey({ ...batch, occurrences: budgeted.send });
      const occurrences = budgeted.send.map(({ id }) => id);
      const { route } = batch;
      const delivery = { key, personId, route, occurrences, state: 'QUEUED' as const, attempts: 0, asked: 0 };
      tx.put({ ...delivery, nextAttemptAt: now });
      for (const id of occurrences) tx.act(id, 'queue', { deliveryKey: key });
      ready.push({ ...delivery, nextAttemptAt: now });
    }
    if (this.dies()) {
      this.wake(addMs(now, LEASE_MS), { deliverTo: personId });
      return;
    }
    tx.commit();
    for (const { key } of ready) this.wake(now, { deliver: key });
  }

  /** One attempt of one message, or what is to become of one that was cut. */
  deliver(key: string, now: Instant): void {
    const delivery = this.ledger.deliveries.get(key);
    if (!delivery) return;
    if (delivery.state === 'SENDING') {
      if ((delivery.leaseUntil ?? now) <= now) this.settle(delivery, now);
      else this.wake(delivery.leaseUntil ?? now, { deliver: key });
    } else if (delivery.state === 'QUEUED') {
      if (delivery.nextAttemptAt <= now) this.attempt(delivery, now, 'absent');
      else this.wake(delivery.nextAttemptAt, { deliver: key });
    }
  }

  private settle(delivery: LedgerDelivery, now: Instant) {
    const channel = this.channel(delivery.route);
    const attempt = { startedAt: delivery.startedAt ?? now, asked: delivery.asked };
    let verdict = reconcile(channel.dedupe, attempt, now);
    if (verdict.do === 'ASK') {
      const answer: Settled = channel.settle(now, delivery.key);
      verdict = reconcile(channel.dedupe, attempt, now, answer);
      if (verdict.do === 'ASK') {
        // A provider that is away knows nothing, which is no answer.
        const asked = answer === 'unknown' && channel.isUp(now) ? delivery.asked + 1 : delivery.asked;
        const leaseUntil = addMs(now, LEASE_MS * 2);
        const tx = this.ledger.begin(now);
        tx.put({ ...delivery, asked, leaseUntil });
        tx.commit();
        this.wake(leaseUntil, { deliver: delivery.key });
        return;
      }
    }
    switch (verdict.do) {
      case 'SENT':
        return this.end(delivery, now, verdict.delivered ? 'deliver' : 'accept');
      case 'FAILED':
        return this.end(delivery, now, 'reject', 'rejected');
      case 'UNKNOWN':
        return this.end(delivery, now, 'lose', 'undecided');
      case 'RESEND':
        return this.attempt(
          delivery,
          now,
          verdict.identical ? 'identical' : channel.dedupe.how === 'lookup' ? 'absent' : 'perhaps',
        );
      default:
        return verdict satisfies never;
    }
  }

  /**
   * @param before whether an earlier attempt may have arrived: `absent` = surely not; `perhaps` = the provider drops a second one by its
   *   key; `identical` = only byte by byte
   */
  private attempt(delivery: LedgerDelivery, now: Instant, before: 'absent' | 'perhaps' | 'identical') {
    const { key, personId, route } = delivery;
    const channel = this.channel(route);
    const tx = this.ledger.begin(now);
    const later = (at: Instant): void => {
      if (delivery.state === 'SENDING') tx.put({ ...delivery, leaseUntil: at });
      else tx.put({ ...delivery, nextAttemptAt: at });
      tx.commit();
      this.wake(at, { deliver: key });
    };
    const hours = this.hours(personId);
    if (!isOpen(now, hours)) return later(deferToOpening(now, hours));
    // Nothing is tried while the circuit is open; the probe that finds the provider back wakes what waits.
    if (this.circuit(route).open) return;

    const rows = delivery.occurrences.map((id) => this.ledger.occurrences.get(id) as LedgerRow);
    const parts: MessagePart[] = [];
    const gone: LedgerRow[] = [];
    for (const row of rows) {
      // Cancelled while it waited: no part of this message any more.
      if (row.state !== 'QUEUED' && row.state !== 'SENDING') continue;
      const verdict = this.stillNeeded(row, now);
      if ('part' in verdict) parts.push(verdict.part);
      else if (before === 'absent') tx.act(row.id, verdict.act, {}, verdict.code);
      else gone.push(row);
    }
    // What may have arrived cannot be called suppressed, and the very same bytes would name what is over.
    if (gone.length > 0 && (before === 'identical' || parts.length === 0))
      return this.end(delivery, now, 'lose', 'undecided');
    for (const row of gone) tx.act(row.id, 'lose', {}, 'undecided');
    if (parts.length === 0) {
      tx.put({ ...delivery, occurrences: [], state: 'SUPPRESSED' });
      tx.commit();
      return;
    }

    let message = delivery.message;
    if (before !== 'identical' || !message) {
      const { language } = this.person(personId);
      const taken = this.wordsUsed(delivery, now);
      const { bytes } = channel;
      const compose = (variation: number) => composeDigest(parts, { language, variation, ...(bytes ? { bytes } : {}) });
      message = varyText(compose, taken);
    }
    const left = before === 'absent' ? message.left : [];
    const going = parts.map(({ id }) => id).filter((id) => !left.includes(id));
    for (const id of left) {
      if (tx.occurrence(id).state === 'SENDING') tx.act(id, 'retry');
      tx.act(id, 'release', { deliverAt: now });
    }
    for (const id of going) tx.act(id, 'begin');
    const begun: LedgerDelivery = {
      ...delivery,
      occurrences: going,
      state: 'SENDING',
      attempts: delivery.attempts + 1,
      asked: 0,
      startedAt: now,
      leaseUntil: addMs(now, LEASE_MS),
      message,
      mayHaveArrived: before !== 'absent',
    };
    tx.put(begun);
    const crashAt = this.dies() ? 1 + Math.floor(this.random() * 6) : 0;
    if (crashAt === 1) return this.wake(addMs(now, LEASE_MS), { deliver: key });
    tx.commit();
    this.wake(addMs(now, LEASE_MS), { deliver: key });
    if (left.length > 0) this.wake(now, { deliverTo: personId });
    this.remember(personId, { at: now, hash: message.hash, key, route });
    // 2: before the call; 3: in it, before the provider had it.
    if (crashAt === 2 || crashAt === 3) return;
    const outcome = channel.send(now, { key, person: personId, hash: message.hash });
    // 4: taken, the answer never came; 5: it came, and was not recorded.
    if (crashAt === 4 || crashAt === 5) return;
    this.conclude(begun, now, outcome);
    // 6: recorded, and died before anybody heard of it: nothing is left to do.
  }

  private conclude(delivery: LedgerDelivery, now: Instant, outcome: ReturnType<FakeChannel['send']>) {
    const next = afterOutcome(outcome, delivery.attempts, now, this.random);
    const circuit = this.circuit(delivery.route);
    circuit.failures = outcome.status === 'retry' ? circuit.failures + 1 : 0;
    if (circuit.failures >= FAILURES_TO_OPEN && !circuit.open) {
      circuit.open = true;
      this.wake(addMs(now, PROBE_EVERY_MS / 5), { probe: delivery.route });
    }
    switch (next.do) {
      case 'SENT':
        return this.end(delivery, now, next.delivered ? 'deliver' : 'accept');
      case 'FAILED':
        return this.end(delivery, now, 'reject', next.because);
      case 'RECONCILE':
        return;
      case 'RETRY': {
        const tx = this.ledger.begin(now);
        if (delivery.mayHaveArrived) {
          // This attempt surely did not arrive; an earlier one may have. It is reconciled again, never begun afresh.
          tx.put({ ...delivery, leaseUntil: next.at });
          tx.commit();
          return this.wake(next.at, { deliver: delivery.key });
        }
        tx.put({ ...delivery, state: 'QUEUED', nextAttemptAt: next.at });
        for (const id of delivery.occurrences) tx.act(id, 'retry');
        tx.commit();
        this.forget(delivery.personId, delivery.key);
        return this.wake(next.at, { deliver: delivery.key });
      }
      default:
        return next satisfies never;
    }
  }

  private end(delivery: LedgerDelivery, now: Instant, act: OccurrenceAct, code?: ReasonCode): void {
    const tx = this.ledger.begin(now);
    for (const id of delivery.occurrences) tx.act(id, act, {}, code);
    tx.put({ ...delivery, state: this.stateOf(tx, delivery) });
    tx.commit();
  }

  private stateOf(tx: Transaction, { occurrences, state }: LedgerDelivery) {
    const first = occurrences[0];
    return first === undefined ? state : tx.occurrence(first).state;
  }

  private stillNeeded(row: LedgerRow, now: Instant): { part: MessagePart } | { act: OccurrenceAct; code: ReasonCode } {
    if (isStale(row, now)) return { act: 'expire', code: 'stale' };
    const enrolment = this.world.enrolments.get(row.enrolmentId);
    if (!enrolment?.evaluation) return { act: 'suppress', code: 'not-needed' };
    const { status } = enrolment.evaluation;
    const active =
      (status === 'ACTIVE' || status === 'SCHEDULED') && this.person(row.recipientId).revokedAt === undefined;
    const verdict = recheck(row, active ? this.planner.again(enrolment, row) : [], active);
    if (!verdict.needed) return { act: 'suppress', code: verdict.reason.code };
    const learner = this.person(enrolment.learnerId);
    return {
      part: {
        id: row.id,
        learnerId: learner.id,
        learnerName: learner.name,
        own: learner.id === row.recipientId,
        plan: enrolment.definition.title,
        about: verdict.about,
        hard: row.hard,
        at: row.at,
      },
    };
  }

  /** Half-open: one look at the provider decides for all. */
  probe(route: string, now: Instant) {
    if (!this.channel(route).isUp(now)) return this.wake(addMs(now, PROBE_EVERY_MS), { probe: route });
    this.circuits.set(route, { failures: 0, open: false });
    for (const delivery of this.ledger.deliveries.values()) {
      if (delivery.route !== route) continue;
      if (delivery.state === 'SENDING') this.wake(delivery.leaseUntil ?? now, { deliver: delivery.key });
      if (delivery.state !== 'QUEUED') continue;
      const tx = this.ledger.begin(now);
      const nextAttemptAt = drawIn(delivery.nextAttemptAt, now, this.random);
      tx.put({ ...delivery, nextAttemptAt });
      tx.commit();
      this.wake(nextAttemptAt, { deliver: delivery.key });
    }
  }

  private policyOf({ ruleKey, versionId }: LedgerRow) {
    const use = this.world.definitions[versionId]?.reminders?.find(({ key }) => key === ruleKey)?.use ?? '';
    return this.world.settings.catchUp[use] ?? 'ALL';
  }

  private circuit(route: string): { failures: number; open: boolean } {
    const circuit = this.circuits.get(route) ?? { failures: 0, open: false };
    this.circuits.set(route, circuit);
    return circuit;
  }

  private sentToday(personId: string, now: Instant): number {
    const { zone } = this.person(personId);
    const today = plainDateIn(now, zone);
    const keys = (this.sent.get(personId) ?? []).filter(({ at }) => plainDateIn(at, zone) === today);
    return new Set(keys.map(({ key }) => key)).size;
  }

  /** Words of other messages of the last two days on this route: no provider's window is longer. */
  private wordsUsed({ personId, route, key }: LedgerDelivery, now: Instant): Set<string> {
    const since = addMs(now, -2 * 86_400_000);
    const used = (this.sent.get(personId) ?? []).filter(
      (one) => one.route === route && one.key !== key && one.at >= since,
    );
    return new Set(used.map(({ hash }) => hash));
  }

  private remember(personId: string, message: { at: Instant; hash: string; key: string; route: string }): void {
    const list = this.sent.get(personId) ?? [];
    const since = addMs(message.at, -3 * 86_400_000);
    this.sent.set(personId, [...list.filter(({ at }) => at >= since), message]);
  }

  private forget(personId: string, key: string): void {
    this.sent.set(
      personId,
      (this.sent.get(personId) ?? []).filter((one) => one.key !== key),
    );
  }

  private dies = (): boolean => this.random() < this.world.faults.crash;

  private hours = (personId: string) => hoursOf(this.person(personId).zone);

  private person(id: string) {
    const person = this.world.people.get(id);
    if (!person) throw new Error(`Nobody is ${id}`);
    return person;
  }

  private channel(route: string): FakeChannel {
    const channel = this.channels.get(route);
    if (!channel) throw new Error(`No channel ${route}`);
    return channel;
  }
}

import type { Instant } from '@planwright/schema/time';
import { type ComposedMessage } from '../../send/message.js';
import { move, type OccurrenceAct, type OccurrenceState, type ReasonCode, type StoredOccurrence } from '../index.js';

export interface LedgerRow extends StoredOccurrence {
  versionId: string;
  deliverAt: Instant;
  deliveryKey?: string;
  history: readonly { at: Instant; act: OccurrenceAct | 'plan'; state: OccurrenceState }[];
}

export interface LedgerDelivery {
  key: string;
  personId: string;
  route: string;
  occurrences: readonly string[];
  state: OccurrenceState;
  attempts: number;
  asked: number;
  nextAttemptAt: Instant;
  leaseUntil?: Instant;
  startedAt?: Instant;
  message?: ComposedMessage;
  /** An attempt before this one was cut, and what it did is not known. */
  mayHaveArrived?: boolean;
}

/** What one transaction wants to change. Nothing of it holds before `commit`; a worker that dies before leaves no trace. */
export class Transaction {
  readonly occurrences = new Map<string, LedgerRow>();
  readonly deliveries = new Map<string, LedgerDelivery>();

  constructor(
    private readonly ledger: Ledger,
    private readonly now: Instant,
  ) {}

  occurrence(id: string): LedgerRow {
    const row = this.occurrences.get(id) ?? this.ledger.occurrences.get(id);
    if (!row) throw new Error(`No occurrence ${id}`);
    return row;
  }

  insert(row: Omit<LedgerRow, 'history' | 'state'>): void {
    if (this.ledger.occurrences.has(row.id)) return;
    this.occurrences.set(row.id, {
      ...row,
      state: 'PLANNED',
      history: [{ at: this.now, act: 'plan', state: 'PLANNED' }],
    });
  }

  /** @throws Error for an act that the state machine does not allow */
  act(id: string, act: OccurrenceAct, changes: Partial<LedgerRow> = {}, reasonCode?: ReasonCode): void {
    const row = this.occurrence(id);
    const state = move(row.state, act);
    const history = [...row.history, { at: this.now, act, state }];
    this.occurrences.set(id, { ...row, ...changes, state, history, ...(reasonCode ? { reasonCode } : {}) });
  }

  change(id: string, changes: Partial<LedgerRow>): void {
    this.occurrences.set(id, { ...this.occurrence(id), ...changes });
  }

  put(delivery: LedgerDelivery): void {
    this.deliveries.set(delivery.key, delivery);
  }

  commit(): void {
    for (const row of this.occurrences.values()) this.ledger.store(row);
    for (const [key, delivery] of this.deliveries) this.ledger.deliveries.set(key, delivery);
  }
}

/** The tables, in memory. */
export class Ledger {
  readonly occurrences = new Map<string, LedgerRow>();
  readonly deliveries = new Map<string, LedgerDelivery>();
  readonly planned = new Map<string, Set<string>>();
  readonly ofEnrolment = new Map<string, Set<string>>();

  begin(now: Instant): Transaction {
    return new Transaction(this, now);
  }

  store(row: LedgerRow): void {
    this.occurrences.set(row.id, row);
    if (row.state === 'PLANNED') entry(this.planned, row.recipientId).add(row.id);
    else this.planned.get(row.recipientId)?.delete(row.id);
    entry(this.ofEnrolment, row.enrolmentId).add(row.id);
  }

  plannedFor(personId: string): LedgerRow[] {
    return [...(this.planned.get(personId) ?? [])].flatMap((id) => this.occurrences.get(id) ?? []);
  }

  rowsOf(enrolmentId: string): LedgerRow[] {
    return [...(this.ofEnrolment.get(enrolmentId) ?? [])].flatMap((id) => this.occurrences.get(id) ?? []);
  }
}

function entry(map: Map<string, Set<string>>, key: string): Set<string> {
  let set = map.get(key);
  if (!set) {
    set = new Set();
    map.set(key, set);
  }
  return set;
}

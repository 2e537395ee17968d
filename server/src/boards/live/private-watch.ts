import type { Database } from '../../database/database.js';
import { Coalescer } from './coalescer.js';
import type { Scheduler } from './scheduler.js';

/** What one reader watches for himself. */
export type PrivateTopic =
  | { kind: 'enrolment'; enrolmentId: string }
  /** `everything`: also what waits for nobody in particular, or for others, in the workspace. */
  | { kind: 'reviews'; personId: string; workspaceId: string; everything: boolean };

interface Watched {
  topic: PrivateTopic;
  /** Changes whenever what the topic shows may have; absent until the first look. */
  fingerprint: string | undefined;
  wakes: Set<() => void>;
}

/** `xmin` is the transaction that wrote the row last: every event rewrites the state of its enrolment. */
const ENROLMENTS = `
select e.id as key, e.xmin::text || ':' || coalesce(s.xmin::text, '') as fingerprint
from enrolment e left join enrolment_state s on s.enrolment_id = e.id where e.id = any($1::uuid[])`;

const WAITING = `count(*)::text || ':' || coalesce(max(s.submitted_at)::text, '') || ':' || coalesce(min(s.feedback_due_at)::text, '')`;
const REVIEWERS = `
select p.id as key, (select ${WAITING} from submission s where s.waiting and s.reviewer_id = p.id) as fingerprint
from unnest($1::uuid[]) p(id)`;
const WORKSPACES = `
select w.id as key, (select ${WAITING} from submission s where s.waiting and s.workspace_id = w.id) as fingerprint
from unnest($1::uuid[]) w(id)`;

export interface PrivateWatchOptions {
  database: Pick<Database, 'work'>;
  scheduler: Scheduler;
  windowMilliseconds: number;
  onError(error: unknown): void;
}

const ROUND = 'round';

/**
 * Wakes readers of what is theirs alone. A look costs one statement a kind, however many watch, and only those are woken
 * for whom something changed; they then read for themselves, under their own policies.
 */
export class PrivateWatch {
  readonly #watched = new Map<string, Watched>();
  readonly #coalescer: Coalescer;

  constructor(private readonly options: PrivateWatchOptions) {
    this.#coalescer = new Coalescer({
      scheduler: options.scheduler,
      windowMilliseconds: options.windowMilliseconds,
      run: () => this.look().catch(options.onError),
    });
  }

  watch(topic: PrivateTopic, wake: () => void): () => void {
    const key = keyOf(topic);
    const watched = this.#watched.get(key) ?? { topic, fingerprint: undefined, wakes: new Set() };
    this.#watched.set(key, watched);
    watched.wakes.add(wake);
    this.lookSoon();
    return () => {
      watched.wakes.delete(wake);
      if (watched.wakes.size === 0 && this.#watched.get(key) === watched) this.#watched.delete(key);
    };
  }

  /** Something moved: look soon. */
  lookSoon(): void {
    if (this.#watched.size > 0) this.#coalescer.mark(ROUND);
  }

  async look(): Promise<void> {
    const topics = [...this.#watched.values()].map(({ topic }) => topic);
    if (topics.length === 0) return;
    const enrolments = topics.flatMap((topic) => (topic.kind === 'enrolment' ? [topic.enrolmentId] : []));
    const reviews = topics.flatMap((topic) => (topic.kind === 'reviews' ? [topic] : []));
    const reviewers = reviews.filter(({ everything }) => !everything).map(({ personId }) => personId);
    const workspaces = [
      ...new Set(reviews.filter(({ everything }) => everything).map(({ workspaceId }) => workspaceId)),
    ];
    const found = await this.options.database.work(async (tx) => {
      const rows = async (statement: string, ids: readonly string[]) =>
        ids.length === 0 ? [] : tx.rows<{ key: string; fingerprint: string }>(statement, [ids]);
      return new Map(
        [
          ...(await rows(ENROLMENTS, enrolments)),
          ...(await rows(REVIEWERS, reviewers)),
          ...(await rows(WORKSPACES, workspaces)),
        ].map(({ key, fingerprint }) => [key, fingerprint]),
      );
    });
    for (const watched of this.#watched.values()) {
      const fingerprint = found.get(subjectOf(watched.topic)) ?? '';
      if (fingerprint === watched.fingerprint) continue;
      watched.fingerprint = fingerprint;
      for (const wake of watched.wakes) wake();
    }
  }

  close(): Promise<void> {
    return this.#coalescer.close();
  }
}

function keyOf(topic: PrivateTopic): string {
  return topic.kind === 'enrolment'
    ? `enrolment:${topic.enrolmentId}`
    : `reviews:${topic.everything ? 'all' : 'own'}:${topic.workspaceId}:${topic.personId}`;
}

/** What the fingerprint of a topic is looked up by. */
function subjectOf(topic: PrivateTopic): string {
  if (topic.kind === 'enrolment') return topic.enrolmentId;
  return topic.everything ? topic.workspaceId : topic.personId;
}

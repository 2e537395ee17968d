import type { Database } from '../../database/index.js';
import { Coalescer } from './coalescer.js';
import type { Scheduler } from './scheduler.js';

/** What one reader watches alone. */
export type PrivateTopic =
  | { kind: 'enrolment'; enrolmentId: string }
  | { kind: 'reviews'; workspaceId: string }
  | { kind: 'inbox'; personId: string };

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

/**
 * What waits in a workspace, and who may act on it: that follows the current mentor, the superior, partners and roles, so
 * readers count for themselves. Reviewed work leaves this list, so it stays short. Work that came and was reviewed between two
 * looks leaves the list as it was, yet its reader may have counted it meanwhile: what came last belongs to it, too, and of that
 * the last few, because transactions do not end in the order in which they took their numbers.
 */
const REVIEWS = `
select w.id as key, (select count(*)::text || md5(coalesce(string_agg(s.id::text || s.xmin || coalesce(e.mentor_id::text, ''), ',' order by s.id), ''))
  from submission s join enrolment e on e.id = s.enrolment_id
  where s.waiting and s.workspace_id = w.id)
  || coalesce((select string_agg(l.ordinal::text, ',')
    from (select s.ordinal from submission s where s.workspace_id = w.id order by s.ordinal desc limit 20) l), '') as fingerprint
from unnest($1::uuid[]) w(id)`;

/**
 * What is not read, and when the last message came: one that came and was read between two looks leaves as many unread as before,
 * yet its reader may have counted it meanwhile.
 */
const INBOXES = `
select p.id as key,
  (select count(*)::text from inbox_message m where m.person_id = p.id and m.read_at is null)
  || coalesce((select '/' || m.at from inbox_message m where m.person_id = p.id order by m.at desc limit 1), '') as fingerprint
from unnest($1::uuid[]) p(id)`;

export interface PrivateWatchOptions {
  database: Pick<Database, 'work'>;
  scheduler: Scheduler;
  windowMilliseconds: number;
  onError(error: unknown): void;
}

const ROUND = 'round';

/**
 * Wakes readers of what is theirs alone. A look costs one statement a kind, however many watch, and wakes only readers with
 * a change; they then read for themselves, under their own policies.
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
    const workspaces = topics.flatMap((topic) => (topic.kind === 'reviews' ? [topic.workspaceId] : []));
    const inboxes = topics.flatMap((topic) => (topic.kind === 'inbox' ? [topic.personId] : []));
    const found = await this.options.database.work(async (tx) => {
      const rows = async (statement: string, ids: readonly string[]) =>
        ids.length === 0 ? [] : tx.rows<{ key: string; fingerprint: string }>(statement, [ids]);
      return new Map(
        [
          ...(await rows(ENROLMENTS, enrolments)),
          ...(await rows(REVIEWS, workspaces)),
          ...(await rows(INBOXES, inboxes)),
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
  return `${topic.kind}:${subjectOf(topic)}`;
}

/** What the fingerprint of a topic is looked up by. */
function subjectOf(topic: PrivateTopic): string {
  switch (topic.kind) {
    case 'enrolment':
      return topic.enrolmentId;
    case 'reviews':
      return topic.workspaceId;
    case 'inbox':
      return topic.personId;
    default:
      return topic satisfies never;
  }
}

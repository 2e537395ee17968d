import type { Outcome } from '@planwright/plugin-sdk';
import type { Instant } from '@planwright/schema/time';
import type { Called } from '../../plugins/index.js';
import type { ReminderDeps } from '../ports.js';
import { drawIn } from './draw-in.js';
import { type OpenDelivery, renewLeases } from './open-delivery.js';
import { recordOutcome } from './record-outcome.js';
import type { Way } from './way.js';

export interface Attempt {
  delivery: OpenDelivery;
  name: string;
  address: string;
}

/** Calls on one channel at the same time. */
export const CALLS = 16;
/** A process that lives says so this often for what it is sending; one that died is noticed when the lease ends. */
const RENEW_MS = 10_000;

/** Lets the bytes leave, outside any transaction, and records what each attempt came to. */
export async function attemptDeliveries(
  deps: ReminderDeps,
  way: Extract<Way, { kind: 'CHANNEL' }>,
  attempts: readonly Attempt[],
  now: Instant,
): Promise<void> {
  const waiting = [...attempts];
  const open = new Set(attempts);
  let answers = false;
  const caller = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const outcome = await attempt(deps, way, next);
      await recordOutcome(deps, way.description, next.delivery, outcome, now);
      open.delete(next);
      answers ||= outcome.status === 'accepted' || outcome.status === 'delivered';
    }
  };
  const stop = keepLeases(deps, () => [...open].map(({ delivery }) => delivery));
  try {
    await Promise.all(Array.from({ length: Math.min(CALLS, waiting.length) }, caller));
  } finally {
    stop();
  }
  if (answers) await deps.database.work((tx) => drawIn(tx, way.channel, deps.clock.real()));
}

/** Renews the leases of what is open until it is told to stop. */
function keepLeases({ database, clock, log }: ReminderDeps, open: () => readonly OpenDelivery[]): () => void {
  let cancel: () => void = () => undefined;
  const again = () => {
    cancel = clock.after(RENEW_MS, () => {
      const list = open();
      database
        .work((tx) => renewLeases(tx, list))
        .catch((error: unknown) => log.warn({ err: error }, 'the leases of messages could not be renewed'))
        .finally(() => {
          if (!stopped) again();
        });
    });
  };
  let stopped = false;
  again();
  return () => {
    stopped = true;
    cancel();
  };
}

async function attempt(
  deps: ReminderDeps,
  { channel }: Extract<Way, { kind: 'CHANNEL' }>,
  { delivery, name, address }: Attempt,
): Promise<Outcome> {
  const { key, personId, title, markdown, language, link } = delivery;
  const called = await deps.channels.send(channel, {
    key,
    to: [{ person: personId, name, address }],
    content: { title, markdown, language },
    ...(link === null ? {} : { link: absoluteLink(deps.studioUrl, link) }),
    params: {},
  });
  return outcomeOf(personId, called);
}

/** Whoever reads a message outside has no page that a path could belong to. */
export const absoluteLink = (studioUrl: string, link: string): string => new URL(link, studioUrl).href;

/** What a call came to for one person. A call that ended without an answer may have sent something. */
function outcomeOf(person: string, called: Called<Outcome[]>): Outcome {
  if (!called.ok) {
    const { kind, message, retryAfterMs } = called.failure;
    const left = kind !== 'refused' && kind !== 'unavailable';
    return {
      person,
      status: left ? 'unknown' : 'retry',
      detail: message,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  }
  return called.value.find((outcome) => outcome.person === person) ?? { person, status: 'unknown' };
}

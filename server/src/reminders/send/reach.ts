import { identitiesOf } from '../deliver/reach-person.js';
import type { Way } from '../deliver/way.js';
import type { Recipient } from '../plan/subjects.js';
import type { Granted, ReminderDeps } from '../ports.js';
import { bundlesOf, type Needed } from './due.js';

/** Who can be reached on a way now, found out outside any transaction. */
export interface Reached {
  send: Needed[];
  /** The channel has no address of theirs. */
  unreachable: Needed[];
  /** Nobody can say whether the channel reaches them. */
  unanswered: Needed[];
  addresses: Map<string, string>;
  /** The limits of the channel are used up for so long. */
  refused: { due: Needed[]; waitMs: number }[];
}

/** Asks the channel for addresses, and takes a place in its limits for each message. */
export async function reach(
  deps: ReminderDeps,
  way: Way,
  list: readonly Needed[],
  people: ReadonlyMap<string, Recipient>,
): Promise<Reached> {
  const reached: Reached = { send: [], unreachable: [], unanswered: [], addresses: new Map(), refused: [] };
  if (way.kind !== 'CHANNEL') return { ...reached, send: [...list] };
  const recipients = [...new Set(list.map(({ recipientId }) => recipientId))].flatMap((id) => people.get(id) ?? []);
  const addresses = await deps.channels.addresses(way.channel, recipients.map(identitiesOf));
  if (!addresses.ok) return { ...reached, unanswered: [...list] };
  recipients.forEach(({ id }, index) => {
    const address = addresses.value[index];
    if (address) reached.addresses.set(id, address);
  });
  const patience = { leftMs: MOST_WAITED_MS };
  for (const due of bundlesOf(list)) {
    const recipientId = due[0]?.recipientId ?? '';
    if (!reached.addresses.has(recipientId)) {
      reached.unreachable.push(...due);
      continue;
    }
    const granted = await admit(deps, way, recipientId, patience);
    if (granted.ok) reached.send.push(...due);
    else reached.refused.push({ due, waitMs: granted.retryAfterMs });
  }
  return reached;
}

/** Longest that one round waits for places, all in all; the claims of the round have to outlast it. */
const MOST_WAITED_MS = 5_000;

/** A place in the channel's limits; a short wait is waited here, so that the pace of the provider is kept without going round. */
async function admit(
  deps: ReminderDeps,
  { channel, description }: Extract<Way, { kind: 'CHANNEL' }>,
  personId: string,
  patience: { leftMs: number },
): Promise<Granted> {
  for (;;) {
    const granted = await deps.channels.admit(channel, description, personId);
    if (granted.ok || granted.retryAfterMs > patience.leftMs) return granted;
    patience.leftMs -= granted.retryAfterMs;
    await deps.pause(granted.retryAfterMs);
  }
}

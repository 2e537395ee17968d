import type { Identities } from '@planwright/plugin-sdk';
import { identitiesOf } from '../deliver/reach-person.js';
import type { Way } from '../deliver/way.js';
import type { Recipient } from '../plan/subjects.js';
import type { Granted, ReminderDeps } from '../ports.js';
import { addressKey, bundlesOf, type Needed } from './due.js';

/** Who can be reached on a way now, found out outside any transaction. */
export interface Reached {
  send: Needed[];
  /** The channel has no address of theirs. */
  unreachable: Needed[];
  /** Nobody can say whether the channel reaches them. */
  unanswered: Needed[];
  /** By `addressKey`. */
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
  const recipients = [...new Map(list.map((due) => [addressKey(due), due])).values()].flatMap((due) => {
    const person = people.get(due.recipientId);
    return person ? [{ key: addressKey(due), known: knownBy(due, person) }] : [];
  });
  const addresses = await deps.channels.addresses(
    way.channel,
    recipients.map(({ known }) => known),
  );
  if (!addresses.ok) return { ...reached, unanswered: [...list] };
  recipients.forEach(({ key }, index) => {
    const address = addresses.value[index];
    if (address) reached.addresses.set(key, address);
  });
  const patience = { leftMs: MOST_WAITED_MS };
  for (const due of bundlesOf(list)) {
    const [first] = due;
    const recipientId = first?.recipientId ?? '';
    if (!first || !reached.addresses.has(addressKey(first))) {
      reached.unreachable.push(...due);
      continue;
    }
    const granted = await admit(deps, way, recipientId, patience);
    if (granted.ok) reached.send.push(...due);
    else reached.refused.push({ due, waitMs: granted.retryAfterMs });
  }
  return reached;
}

/** A letter goes to its address alone. */
const knownBy = (due: Needed, person: Recipient): Identities =>
  due.kind === 'NOTICE' && due.address !== undefined ? { ids: {}, email: due.address } : identitiesOf(person);

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

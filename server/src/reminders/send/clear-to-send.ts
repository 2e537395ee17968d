import { identitiesOf } from '../deliver/reach-person.js';
import type { Way } from '../deliver/way.js';
import type { OccurrenceRow } from '../plan/occurrence-rows.js';
import type { Granted, ReminderDeps } from '../ports.js';
import type { NeededOccurrence } from './compose-messages.js';
import type { DueNow } from './gather-due.js';
import { type RecheckedOccurrences, recheckOccurrences } from './recheck-occurrences.js';

/** What was found out outside any transaction before messages are written. */
export interface Cleared extends Omit<RecheckedOccurrences, 'needed'> {
  send: NeededOccurrence[];
  /** The channel has no address of theirs. */
  unreachable: NeededOccurrence[];
  addresses: Map<string, string>;
  /** The limits of the channel are used up for so long. */
  refused: { ids: string[]; waitMs: number }[];
}

/** Asks the rules once more, takes places in the channel's limits, and asks the channel for addresses. */
export async function clearToSend(deps: ReminderDeps, way: Way, gathered: DueNow): Promise<Cleared> {
  const { questions, due, subjects, people } = gathered;
  const { needed, ...checked } = await recheckOccurrences(questions, due, subjects, people);
  const cleared: Cleared = { ...checked, send: needed, unreachable: [], addresses: new Map(), refused: [] };
  if (way.kind !== 'CHANNEL') return cleared;

  const byPerson = Map.groupBy(needed, ({ recipientId }) => recipientId);
  const recipients = [...byPerson.keys()].flatMap((id) => people.get(id) ?? []);
  const addresses = await deps.channels.addresses(way.channel, recipients.map(identitiesOf));
  if (!addresses.ok) return { ...cleared, send: [], undecided: [...checked.undecided, ...needed] };
  recipients.forEach(({ id }, index) => {
    const address = addresses.value[index];
    if (address) cleared.addresses.set(id, address);
  });
  cleared.send = [];
  let waited = 0;
  for (const [id, own] of byPerson) {
    if (!cleared.addresses.has(id)) cleared.unreachable.push(...own);
    else {
      const granted = await admit(
        deps,
        way,
        id,
        () => waited,
        (ms) => {
          waited += ms;
        },
      );
      if (granted.ok) cleared.send.push(...own);
      else
        cleared.refused.push({
          ids: own.map((occurrence: OccurrenceRow) => occurrence.id),
          waitMs: granted.retryAfterMs,
        });
    }
  }
  return cleared;
}

/** Longest that one round waits for places, all in all; the claims of the round have to outlast it. */
const MOST_WAITED_MS = 5_000;

/** A place in the channel's limits; a short wait is waited here, so that the pace of the provider is kept without going round. */
async function admit(
  deps: ReminderDeps,
  { channel, description }: Extract<Way, { kind: 'CHANNEL' }>,
  personId: string,
  waited: () => number,
  note: (ms: number) => void,
): Promise<Granted> {
  for (;;) {
    const granted = await deps.channels.admit(channel, description, personId);
    if (granted.ok || waited() + granted.retryAfterMs > MOST_WAITED_MS) return granted;
    note(granted.retryAfterMs);
    await deps.pause(granted.retryAfterMs);
  }
}

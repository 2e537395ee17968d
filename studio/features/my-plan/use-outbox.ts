'use client';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { newIdempotencyKey } from '@/features/api/idempotency-key';
import { sendCommand } from '@/features/api/send-command';
import { onDevice } from '@/features/device/this-device';
import { useOwner } from '@/features/device/use-kept';
import { useSession } from '@/features/session/session';
import type { RecordProgressInput } from '@/gql/graphql';
import { recordProgress } from './documents';
import { type Delivery, Outbox, type Waiting } from './outbox';

const TRY_AGAIN_AFTER = 15_000;

/** Errors that may be gone the next time; every other answer is final. */
const MAY_PASS = new Set<unknown>(['UNAUTHENTICATED', 'RATE_LIMITED', 'READ_ONLY', 'INTERNAL', undefined]);

/** The acts stay on the device, with the name of their owner. */
const deviceStorage = (place: string, owner: string) => ({
  read: () => {
    const held = onDevice.read(place);
    return held ? JSON.stringify(held.value) : null;
  },
  write: (text: string) => {
    const acts: unknown = JSON.parse(text);
    if (Array.isArray(acts) && acts.length === 0) onDevice.throwAway(place);
    else onDevice.keep(place, acts, owner);
  },
});

/** Records progress, through a bad network too. `onSettled` hears of each attempt. */
export function useOutbox(onSettled: (waiting: Waiting, delivery: Delivery) => void): {
  waiting: readonly Waiting[];
  record: (title: string, input: Omit<RecordProgressInput, 'idempotencyKey'>, files?: string) => Promise<void>;
} {
  const client = useClient();
  const { person } = useSession();
  const owner = useOwner();

  const [outbox] = useState(
    () =>
      new Outbox(
        deviceStorage(`planwright_outbox:${person.id}`, owner),
        async (input) => {
          const outcome = await sendCommand(client, recordProgress, { input });
          if (outcome.kind === 'refused') return { result: 'refused', message: outcome.userErrors[0].message };
          if (outcome.kind === 'done') return { result: 'recorded' };
          const answer = outcome.failure.graphQLErrors[0];
          return answer && !MAY_PASS.has(answer.extensions?.code)
            ? { result: 'refused', message: answer.message }
            : { result: 'unknown' };
        },
        (waiting, delivery) => listener.current(waiting, delivery),
      ),
  );
  const [listener] = useState(() => ({ current: onSettled }));
  useEffect(() => {
    listener.current = onSettled;
  }, [listener, onSettled]);

  const waiting = useSyncExternalStore(outbox.subscribe, outbox.waiting, outbox.waiting);

  useEffect(() => {
    const send = () => void outbox.flush();
    send();
    window.addEventListener('online', send);
    document.addEventListener('visibilitychange', send);
    const timer = setInterval(send, TRY_AGAIN_AFTER);
    return () => {
      window.removeEventListener('online', send);
      document.removeEventListener('visibilitychange', send);
      clearInterval(timer);
    };
  }, [outbox]);

  const record = useCallback(
    (title: string, input: Omit<RecordProgressInput, 'idempotencyKey'>, files?: string) =>
      outbox.add({
        title,
        input: { ...input, idempotencyKey: newIdempotencyKey() },
        ...(files ? { files } : {}),
      }),
    [outbox],
  );
  return { waiting, record };
}

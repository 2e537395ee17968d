'use client';
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { SimulatePlanQuery } from '@/gql/graphql';
import { simulate } from '../publish/publish-documents';

export type SimulatedEvent = SimulatePlanQuery['simulatePlan']['days'][number]['events'][number];

/** A pause in the edits before the server is asked to walk the plan again. */
const PAUSE_MS = 800;

interface Answer {
  events?: SimulatedEvent[];
  failed: boolean;
}

/** All reminders of a sample person who starts on a day, as the plan stands now. */
export function usePreview(definition: unknown, startsOn: string, timeZone: string): Answer & { isReading: boolean } {
  const client = useClient();
  const [answer, setAnswer] = useState<Answer & { of: unknown }>({ failed: false, of: undefined });
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const { data } = await client
        .query(simulate, { input: { definition, startsOn, timeZone } }, { requestPolicy: 'network-only' })
        .toPromise();
      if (!isCurrent) return;
      const events = data?.simulatePlan.days.flatMap((day) => day.events).filter((event) => event.kind === 'REMINDER');
      setAnswer(events ? { events, failed: false, of: definition } : { failed: true, of: definition });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, definition, startsOn, timeZone]);
  return { ...answer, isReading: answer.of !== definition };
}

'use client';
import { useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { SandboxBehaviour } from '@/gql/graphql';
import { clockNow, messagesBetween, moveClock } from './documents';

/** How often one looks where the clock has come to. */
const LOOK_MS = 700;

type State =
  | { kind: 'idle' }
  | { kind: 'running'; at: string; done: number; of: number; stopping: boolean }
  /** `messages` went to the sink meanwhile; what is wrong stopped it on the way. */
  | { kind: 'done'; at: string; messages?: number; wrong?: string; error?: CombinedError };

/** Moves the clock step by step; between two steps it can be stopped, and what was lived through stays. */
export function useMoveClock() {
  const client = useClient();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const stopped = useRef(false);

  const run = async ({ from, steps, people }: { from: string; steps: readonly string[]; people: SandboxBehaviour }) => {
    stopped.current = false;
    let at = from;
    let end: { wrong?: string; error?: CombinedError } = {};
    for (const [index, to] of steps.entries()) {
      setState({ kind: 'running', at, done: index, of: steps.length, stopping: stopped.current });
      const { data, error } = await client.mutation(moveClock, { input: { to, people } }).toPromise();
      at = data?.moveClock.workspace?.now ?? at;
      let isOnTheWay = (data?.moveClock.workspace?.clockMovesTo ?? null) !== null;
      // The server answers before a long way is walked; where the clock stands meanwhile is asked for.
      while (isOnTheWay) {
        setState({ kind: 'running', at, done: index, of: steps.length, stopping: stopped.current });
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        const seen = await client.query(clockNow, {}, { requestPolicy: 'network-only' }).toPromise();
        at = seen.data?.viewer.workspace?.now ?? at;
        isOnTheWay = seen.error !== undefined || (seen.data?.viewer.workspace?.clockMovesTo ?? null) !== null;
        if (seen.error && !seen.error.networkError) break;
      }
      const wrong = data?.moveClock.userErrors[0]?.message;
      if (error || wrong) {
        end = { ...(wrong ? { wrong } : {}), ...(error ? { error } : {}) };
        break;
      }
      if (stopped.current) break;
    }
    const { data } = await client
      .query(messagesBetween, { from, until: at }, { requestPolicy: 'network-only' })
      .toPromise();
    const messages = data?.deliveries.totalCount ?? undefined;
    setState({ kind: 'done', at, ...end, ...(messages === undefined ? {} : { messages }) });
  };

  const stop = () => {
    stopped.current = true;
    setState((before) => (before.kind === 'running' ? { ...before, stopping: true } : before));
  };

  return { state, run, stop };
}

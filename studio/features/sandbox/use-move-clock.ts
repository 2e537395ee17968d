'use client';
import { useEffect, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { sendCommand } from '@/features/api/send-command';
import type { SandboxBehaviour } from '@/gql/graphql';
import { clockNow, messagesBetween, moveClock } from './documents';
import { type Ways, walkClock } from './walk-clock';

/** How often one looks where the clock has come to. */
const LOOK_MS = 700;

/** What stopped it on the way: a refusal in words, or a request that failed. */
type Wrong = { wrong: string } | { error: CombinedError };

type State =
  | { kind: 'idle' }
  | { kind: 'running'; at: string; done: number; of: number; stopping: boolean }
  /** `messages` went to the sink meanwhile. */
  | { kind: 'done'; at: string; messages?: number; wrong?: string; error?: CombinedError };

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, LOOK_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Moves the clock step by step; between two steps it can be stopped, and what was lived through stays. */
export function useMoveClock() {
  const client = useClient();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const stopped = useRef(false);
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);

  const waysFor = (people: SandboxBehaviour): Ways<Wrong> => ({
    move: async (to) => {
      const outcome = await sendCommand(client, moveClock, { input: { to, people } });
      if (outcome.kind === 'failed') return { at: undefined, isMoving: false, wrong: { error: outcome.failure } };
      const { workspace } = outcome.payload;
      return {
        at: workspace?.now,
        isMoving: (workspace?.clockMovesTo ?? null) !== null,
        ...(outcome.kind === 'refused' ? { wrong: { wrong: outcome.userErrors[0].message } } : {}),
      };
    },
    look: async () => {
      const { data, error } = await client.query(clockNow, {}, { requestPolicy: 'network-only' }).toPromise();
      // Without a network one looks again; what the server refuses to say, it will not say later.
      if (error && !error.networkError) return undefined;
      const workspace = data?.viewer.workspace;
      return { at: workspace?.now, isMoving: error !== undefined || (workspace?.clockMovesTo ?? null) !== null };
    },
    pause,
  });

  const run = async ({ from, steps, people }: { from: string; steps: readonly string[]; people: SandboxBehaviour }) => {
    stopped.current = false;
    const { signal } = leaving.current;
    const end = await walkClock({
      from,
      steps,
      ways: waysFor(people),
      isStopped: () => stopped.current,
      signal,
      onStep: (at, done) => setState({ kind: 'running', at, done, of: steps.length, stopping: stopped.current }),
    });
    if (!end) return;
    const { data } = await client
      .query(messagesBetween, { from, until: end.at }, { requestPolicy: 'network-only' })
      .toPromise();
    const messages = data?.deliveries.totalCount ?? undefined;
    setState({ kind: 'done', at: end.at, ...end.wrong, ...(messages === undefined ? {} : { messages }) });
  };

  const stop = () => {
    stopped.current = true;
    setState((before) => (before.kind === 'running' ? { ...before, stopping: true } : before));
  };

  return { state, run, stop };
}

'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { useApi } from '@/features/api/api-provider';
import { useLive } from '@/features/api/use-live';
import { useNow } from '@/features/time/clock';
import { boardChanged } from './board-documents';
import { applyChange, type BoardState, type Change } from './board-state';

/** How much the screen may be trusted: every change arrives, being fetched again, or standing still since then. */
export type Liveness =
  | { kind: 'loading' }
  | { kind: 'live' }
  | { kind: 'reconnecting' }
  | { kind: 'stale'; since: Date };

/** After so long without a connection, "reconnecting" would be a kind lie. */
const STALE_AFTER_MS = 15_000;
const MARKED_FOR_MS = 2_000;

export interface LiveBoard {
  board: BoardState | undefined;
  liveness: Liveness;
  error: CombinedError | undefined;
}

/** The board of a cohort, kept equal to the server's: resumes after a break, asks again after a hole. */
export function useBoard(cohortId: string): LiveBoard {
  const { socket } = useApi();
  const now = useNow();
  const [board, setBoard] = useState<BoardState>();
  const [since, setSince] = useState<string>();
  const known = useRef<BoardState>(undefined);

  const take = useCallback((change: Change) => {
    const result = applyChange(known.current, change);
    if (result.kind === 'applied') {
      known.current = result.state;
      setBoard(result.state);
    }
    if (result.kind === 'gap') setSince(known.current?.cursor);
  }, []);

  const [{ error }] = useLive({ query: boardChanged, variables: { cohortId, since } }, (_, data) => {
    take(data.boardChanged);
    return data;
  });

  useEffect(() => {
    if (!board || board.changed.size === 0) return;
    const timer = setTimeout(() => setBoard((latest) => latest && { ...latest, changed: new Set() }), MARKED_FOR_MS);
    return () => clearTimeout(timer);
  }, [board]);

  return { board, liveness: useLiveness(board !== undefined, socket, now), error };
}

function useLiveness(loaded: boolean, socket: string, now: Date): Liveness {
  const [lostAt, setLostAt] = useState<Date>();
  const [isStale, setStale] = useState(false);
  const connected = socket === 'live';
  const clock = useRef(now);
  clock.current = now;
  useEffect(() => {
    setStale(false);
    if (connected) {
      setLostAt(undefined);
      return;
    }
    setLostAt(clock.current);
    const timer = setTimeout(() => setStale(true), STALE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [connected]);
  if (connected) return loaded ? { kind: 'live' } : { kind: 'loading' };
  if (!loaded && !isStale) return { kind: 'loading' };
  return isStale && lostAt ? { kind: 'stale', since: lostAt } : { kind: 'reconnecting' };
}

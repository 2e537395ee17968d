'use client';
import { useEffect, useRef } from 'react';
import type { SocketState } from './client';

/**
 * Calls `read` for each message of a stream that says something new. A stream begins with how things stand: its first
 * message is no news while it says the same as what is shown (`isSame`), which has just been read.
 * @param isShown whether there is something to compare with yet; until then the message waits
 */
export function useNews(live: unknown, isSame: boolean, isShown: boolean, read: () => void): void {
  const heard = useRef<unknown>(undefined);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    if (!live || !isShown || heard.current === live) return;
    const isFirst = heard.current === undefined;
    heard.current = live;
    if (!isFirst || !isSame) latest.current();
  }, [live, isSame, isShown]);
}

/** Calls `read` once the connection is back. */
export function useAfterLoss(socket: SocketState, read: () => void): void {
  const wasLost = useRef(false);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    if (socket === 'lost') wasLost.current = true;
    if (socket !== 'live' || !wasLost.current) return;
    wasLost.current = false;
    latest.current();
  }, [socket]);
}

'use client';
import { useEffect, useRef } from 'react';

const PAUSE = 15_000;

/** Reads again every 15 s while `when` holds and the page is seen: for a stream that the server refuses. */
export function useReread(when: boolean, read: () => void): void {
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    if (!when) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') latest.current();
    }, PAUSE);
    return () => clearInterval(timer);
  }, [when]);
}

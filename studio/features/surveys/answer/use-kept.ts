'use client';
import { useCallback, useRef, useState } from 'react';
import { type Kept, parseKept, placeOf } from './kept-answers';

/** What this device keeps of a link. Private windows may refuse storage; then it lives as long as the page. */
export function useKept(token: string): [Kept, (change: Partial<Kept>) => void] {
  const place = placeOf(token);
  const [kept, setKept] = useState<Kept>(() => {
    try {
      return parseKept(localStorage.getItem(place));
    } catch {
      return parseKept(null);
    }
  });
  const latest = useRef(kept);
  const keep = useCallback(
    (change: Partial<Kept>) => {
      latest.current = { ...latest.current, ...change };
      setKept(latest.current);
      try {
        localStorage.setItem(place, JSON.stringify(latest.current));
      } catch {
        // The state of the page has it.
      }
    },
    [place],
  );
  return [kept, keep];
}

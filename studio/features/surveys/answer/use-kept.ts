'use client';
import { useCallback, useRef, useState } from 'react';
import { onDevice } from '@/features/device/this-device';
import { type Kept, NOTHING, parseKept, placeOf } from './kept-answers';

/** What this device keeps of a link, and for 30 days at most. It belongs to nobody: a link has no name. */
export function useKept(token: string): [Kept, (change: Partial<Kept>) => void, () => void] {
  const place = placeOf(token);
  const [kept, setKept] = useState<Kept>(() => parseKept(onDevice.read(place)?.value));
  const latest = useRef(kept);
  const keep = useCallback(
    (change: Partial<Kept>) => {
      latest.current = { ...latest.current, ...change };
      setKept(latest.current);
      onDevice.keep(place, latest.current);
    },
    [place],
  );
  const discard = useCallback(() => {
    latest.current = NOTHING;
    setKept(NOTHING);
    onDevice.throwAway(place);
  }, [place]);
  return [kept, keep, discard];
}

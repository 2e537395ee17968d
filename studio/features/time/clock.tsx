'use client';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

const ClockContext = createContext<{ now: Date; zone: string } | null>(null);

const TICK = 60_000;

/**
 * Time of the workspace for everything below. The server is the authority: `serverNow` at the moment of its answer
 * gives the offset of this device's clock (and of a sandbox's); from then on the device only counts the minutes.
 */
export function ClockProvider({
  serverNow,
  zone,
  children,
}: {
  serverNow?: string;
  zone: string;
  children: ReactNode;
}) {
  const offset = useMemo(() => (serverNow ? Date.parse(serverNow) - Date.now() : 0), [serverNow]);
  const [device, setDevice] = useState(() => Date.now());
  useEffect(() => {
    const tick = () => setDevice(Date.now());
    const timer = setInterval(tick, TICK);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  const value = useMemo(() => ({ now: new Date(device + offset), zone }), [device, offset, zone]);
  return <ClockContext value={value}>{children}</ClockContext>;
}

function useClock() {
  const clock = useContext(ClockContext);
  if (!clock) throw new Error('the clock is used outside ClockProvider');
  return clock;
}

/** The workspace's time, renewed once a minute. Hand it to pure functions as an argument. */
export const useNow = (): Date => useClock().now;

/** The zone in which the signed-in person reads dates. */
export const useZone = (): string => useClock().zone;

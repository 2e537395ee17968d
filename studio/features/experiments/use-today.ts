'use client';
import { useSession } from '@/features/session/session';
import { useNow, useZone } from '@/features/time/clock';
import { dateIn } from '@/features/time/words';

/** The calendar date in the workspace's zone, by which the server opens results. */
export function useToday(): string {
  const { viewer } = useSession();
  const own = useZone();
  return dateIn(viewer.workspace?.timeZone ?? own, useNow());
}

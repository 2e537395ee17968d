'use client';
import { useQuery } from 'urql';
import { useLive } from '@/features/api/use-live';
import { inboxChanged, unreadMessages } from './documents';

/** How many messages the person has not read, live. */
export function useUnread(): number {
  const [{ data }] = useQuery({ query: unreadMessages });
  const [{ data: live }] = useLive({ query: inboxChanged });
  return live?.inboxChanged ?? data?.inbox.unread ?? 0;
}

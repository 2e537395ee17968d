import type { Instant } from '@planwright/schema/time';
import type { Sql, Tx } from '../../database/index.js';
import type { ReminderDeps } from '../ports.js';
import type { Notice, NoticeSources, NoticeWords } from './notice.js';

/** What each of these says now; one that is left out is not needed any more, or its source is not there. */
export async function wordsOf(
  tx: Tx,
  { notices }: Pick<ReminderDeps, 'notices'>,
  list: readonly Notice[],
  now: Instant,
): Promise<Map<string, NoticeWords>> {
  const all = new Map<string, NoticeWords>();
  for (const [source, own] of Map.groupBy(list, (notice) => notice.source)) {
    const said = await notices[source]?.words(tx, own, now);
    for (const [id, words] of said ?? []) all.set(id, words);
  }
  return all;
}

/** The same notices, each with the address that it is bound to, if it is a letter. */
export async function withAddresses<N extends Notice>(
  sql: Sql,
  { notices: sources }: Pick<ReminderDeps, 'notices'>,
  list: readonly N[],
): Promise<(N & { address?: string })[]> {
  const addresses = new Map<string, string>();
  for (const [source, own] of Map.groupBy(list, (notice) => notice.source))
    for (const [id, address] of (await sources[source]?.addresses?.(sql, own)) ?? []) addresses.set(id, address);
  return list.map((notice) => {
    const address = addresses.get(notice.id);
    return address === undefined ? notice : { ...notice, address };
  });
}

/** Where the reader of a message goes who may have no account; the same key gives the same link. */
export async function linkOf(
  sources: NoticeSources,
  deliveryKey: string,
  notice: Notice | undefined,
  inside: string | null,
): Promise<string | null> {
  if (!notice) return inside;
  return (await sources[notice.source]?.outsideLink(deliveryKey, notice)) ?? inside;
}

import type { Notice, NoticeSources } from './notice.js';

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

/** Where a message leads: a page of the studio as its path, another site as it is; anything else leads nowhere. */
export function linkPath(link: string | null | undefined): string | undefined {
  if (!link) return undefined;
  if (/^\/(?!\/)/.test(link)) return link;
  return /^https?:\/\//i.test(link) ? link : undefined;
}

/** Larger ones would fill the memory of a phone. */
const MOST_BYTES = 40 * 1024 * 1024;

/** How a file can be looked at within the studio; undefined = not at all, only downloaded. */
export function shownAs({ mediaType, bytes }: { mediaType: string; bytes: number }): 'picture' | 'pdf' | undefined {
  if (bytes > MOST_BYTES) return undefined;
  if (/^image\/(jpeg|png|webp|gif)$/.test(mediaType)) return 'picture';
  return mediaType === 'application/pdf' ? 'pdf' : undefined;
}

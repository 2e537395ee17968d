/**
 * What may be uploaded: kinds of content, each with the endings that a file of it may have. Whatever is run by opening it is
 * missing here, documents with macros too: a name that ends otherwise than its content is refused.
 */
interface FileKind {
  /** What the detector says of the content; null = text, which it does not know. */
  detected: string | null;
  endings: readonly [string, ...string[]];
  /** As it is served; absent = as detected. */
  mediaType?: string;
}

const office = (kind: string) => `application/vnd.openxmlformats-officedocument.${kind}`;
const open = (kind: string) => `application/vnd.oasis.opendocument.${kind}`;
/** The old container of Microsoft and WPS: only the ending says what is in it. */
const CONTAINER = 'application/x-cfb';

export const FILE_KINDS: readonly FileKind[] = [
  { detected: 'application/pdf', endings: ['pdf'] },
  { detected: office('wordprocessingml.document'), endings: ['docx'] },
  { detected: office('spreadsheetml.sheet'), endings: ['xlsx'] },
  { detected: office('presentationml.presentation'), endings: ['pptx'] },
  { detected: open('text'), endings: ['odt'] },
  { detected: open('spreadsheet'), endings: ['ods'] },
  { detected: open('presentation'), endings: ['odp'] },
  { detected: CONTAINER, endings: ['doc'], mediaType: 'application/msword' },
  { detected: CONTAINER, endings: ['xls'], mediaType: 'application/vnd.ms-excel' },
  { detected: CONTAINER, endings: ['ppt'], mediaType: 'application/vnd.ms-powerpoint' },
  { detected: CONTAINER, endings: ['wps', 'et', 'dps'], mediaType: 'application/octet-stream' },
  { detected: 'application/rtf', endings: ['rtf'] },
  { detected: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  { detected: 'image/png', endings: ['png'] },
  { detected: 'image/webp', endings: ['webp'] },
  { detected: 'image/gif', endings: ['gif'] },
  { detected: 'image/heic', endings: ['heic', 'heif'] },
  { detected: 'image/heif', endings: ['heif', 'heic'] },
  { detected: 'video/mp4', endings: ['mp4', 'm4v'] },
  { detected: 'video/x-m4v', endings: ['m4v', 'mp4'], mediaType: 'video/mp4' },
  { detected: 'video/quicktime', endings: ['mov'] },
  { detected: 'audio/mpeg', endings: ['mp3'] },
  { detected: 'audio/x-m4a', endings: ['m4a'], mediaType: 'audio/mp4' },
  { detected: 'audio/mp4', endings: ['m4a'] },
  { detected: 'audio/wav', endings: ['wav'] },
  { detected: 'application/zip', endings: ['zip'] },
  { detected: 'application/x-7z-compressed', endings: ['7z'] },
  { detected: 'application/x-rar-compressed', endings: ['rar'] },
  { detected: null, endings: ['txt', 'md', 'log'], mediaType: 'text/plain' },
  { detected: null, endings: ['csv', 'tsv'], mediaType: 'text/csv' },
  { detected: null, endings: ['json'], mediaType: 'application/json' },
];

/** The part of a name after its last dot, in lower case; '' where there is none. */
export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

export const isKnownEnding = (ending: string): boolean => FILE_KINDS.some(({ endings }) => endings.includes(ending));

/** How content under this name is served; undefined = not at all, because it is not what its name says. */
export function mediaTypeFor(name: string, detected: string | null): string | undefined {
  const ending = endingOf(name);
  const kind = FILE_KINDS.find((one) => one.detected === detected && one.endings.includes(ending));
  return kind && (kind.mediaType ?? kind.detected ?? undefined);
}

/** Those that are made once more from their pixels before they are kept. */
export const CLEANED_IMAGES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;
export type CleanedImage = (typeof CLEANED_IMAGES)[number];
export const isCleanedImage = (mediaType: string): mediaType is CleanedImage =>
  CLEANED_IMAGES.some((one) => one === mediaType);

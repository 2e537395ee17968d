import { deliverableOf, type Item } from '../kinds/index.js';
import type { ActorRole } from './decide-progress.js';
import type { SubmittedFile } from './event.js';
import { say } from './generated/messages.js';
import { type Refusal, refuse } from './refusal.js';

export const MAX_ARTEFACT_CHARACTERS = 20_000;
/** Files that one submission holds at most. */
export const MAX_SUBMITTED_FILES = 20;

const HTTP_URL = /^https?:\/\/[^\s/?#]+\.?[^\s]*$/i;
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** What was handed in, and in what capacity. */
interface HandedIn {
  artefact?: string | undefined;
  files?: readonly SubmittedFile[] | undefined;
  by: ActorRole;
}

/** What a submission lacks, by the deliverable of its task; undefined when it lacks nothing. */
export function deliverableProblem(
  item: Item,
  { artefact, files = [], by }: HandedIn,
): { refusal: Refusal } | undefined {
  const text = artefact?.trim() ?? '';
  if (text.length > MAX_ARTEFACT_CHARACTERS) {
    return refuse('INVALID', ['artefact'], say('deliverable.textTooLong'));
  }
  if (files.length > MAX_SUBMITTED_FILES) {
    return refuse('INVALID', ['uploadIds'], say('deliverable.tooManyFiles', { count: MAX_SUBMITTED_FILES }));
  }
  const deliverable = deliverableOf(item);
  if (files.length > 0 && deliverable !== 'FILE' && deliverable !== 'DOCUMENT') {
    return refuse('INVALID', ['uploadIds'], say('deliverable.takesNoFiles'));
  }
  switch (deliverable) {
    case 'LINK':
      return HTTP_URL.test(text) ? undefined : refuse('INVALID', ['artefact'], say('deliverable.giveLinkStarts'));
    case 'DOCUMENT':
      if (text === '') {
        return files.length > 0 ? undefined : refuse('INVALID', ['artefact'], say('deliverable.addLinkDocument'));
      }
      // A line that looks like an address must be one that a browser may follow.
      return OTHER_SCHEME.test(text) && !/\s/.test(text) && !HTTP_URL.test(text)
        ? refuse('INVALID', ['artefact'], say('deliverable.linkDocumentStarts'))
        : undefined;
    case 'FILE':
      // Another system keeps its files itself and says where.
      return files.length > 0 || (by === 'CONNECTOR' && text !== '')
        ? undefined
        : refuse('INVALID', ['uploadIds'], say('deliverable.addFile'));
    case 'TEXT':
      return text === '' ? refuse('INVALID', ['artefact'], say('deliverable.writeSomethingBefore')) : undefined;
    case 'NONE':
    case undefined:
      return undefined;
    default:
      return deliverable satisfies never;
  }
}

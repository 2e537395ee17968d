import { deliverableOf, type Item } from '../kinds/index.js';
import { say } from './generated/messages.js';
import { type Refusal, refuse } from './refusal.js';

export const MAX_ARTEFACT_CHARACTERS = 20_000;

const HTTP_URL = /^https?:\/\/[^\s/?#]+\.?[^\s]*$/i;
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** What a submission lacks, by the deliverable of its task; undefined when it lacks nothing. */
export function deliverableProblem(item: Item, artefact: string | undefined): { refusal: Refusal } | undefined {
  const text = artefact?.trim() ?? '';
  if (text.length > MAX_ARTEFACT_CHARACTERS) {
    return refuse('INVALID', ['artefact'], say('deliverable.textTooLong'));
  }
  const deliverable = deliverableOf(item);
  switch (deliverable) {
    case 'LINK':
      return HTTP_URL.test(text) ? undefined : refuse('INVALID', ['artefact'], say('deliverable.giveLinkStarts'));
    case 'DOCUMENT':
      if (text === '') return refuse('INVALID', ['artefact'], say('deliverable.addLinkDocument'));
      // A line that looks like an address must be one that a browser may follow.
      return OTHER_SCHEME.test(text) && !/\s/.test(text) && !HTTP_URL.test(text)
        ? refuse('INVALID', ['artefact'], say('deliverable.linkDocumentStarts'))
        : undefined;
    case 'FILE':
      return text === '' ? refuse('INVALID', ['artefact'], say('deliverable.addFile')) : undefined;
    case 'TEXT':
      return text === '' ? refuse('INVALID', ['artefact'], say('deliverable.writeSomethingBefore')) : undefined;
    case 'NONE':
    case undefined:
      return undefined;
    default:
      return deliverable satisfies never;
  }
}

import type { LocalizedText } from '@planwright/schema/text';
import type { PersonSource } from '../../people/index.js';
import { say } from '../generated/messages.js';

/** How a source is called in a sentence. */
export function sourceName(source: PersonSource): LocalizedText {
  switch (source) {
    case 'FILE':
      return say('source.file');
    case 'SCIM':
      return say('source.scim');
    case 'HISTORY':
      return say('source.history');
    default:
      return source.startsWith('OIDC:') ? say('source.provider') : say('source.integration');
  }
}

import type { Text } from '@planwright/schema/words';
import { say } from '../../generated/messages.js';

const SETTING = 'PLANWRIGHT_PRIVATE_HOSTS';

/** Why a place is not called, and which setting would change it: shown where an integration is tested and where it fails. */
export const refusals = {
  private: (host: string, address: string): Text =>
    host === address
      ? say('refusals.privateItself', { host, setting: SETTING })
      : say('refusals.private', { host, address, setting: SETTING }),
  never: (host: string, address: string): Text => say('refusals.never', { host, address }),
  notPermitted: (place: string): Text => say('refusals.notPermitted', { place }),
  plainHttp: (place: string, host: string): Text => say('refusals.plainHttp', { place, host, setting: SETTING }),
  plainMail: (host: string): Text => say('refusals.plainMail', { host, setting: SETTING }),
  credentials: (): Text => say('refusals.credentials'),
  noHttp: (protocol: string): Text => say('refusals.noHttp', { protocol }),
  noAddress: (): Text => say('refusals.noAddress'),
};

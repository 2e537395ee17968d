import type { LocalizedText } from '@planwright/schema/text';
import { say } from '../generated/messages.js';
import type { Reason, ReasonCode } from './occurrence.js';

const TEXTS: Record<ReasonCode, LocalizedText> = {
  'not-needed': say('reasons.notneeded'),
  'person-inactive': say('reasons.personinactive'),
  'told-before': say('reasons.toldbefore'),
  'cancelled-by-person': say('reasons.cancelledbyperson'),
  superseded: say('reasons.superseded'),
  missed: say('reasons.missed'),
  stale: say('reasons.stale'),
  budget: say('reasons.budget'),
  unreachable: say('reasons.unreachable'),
  rejected: say('reasons.rejected'),
  'gave-up': say('reasons.gaveup'),
  undecided: say('reasons.undecided'),
};

/** A reason with its sentence in both languages. */
export const reason = (code: ReasonCode): Reason => ({ code, text: TEXTS[code] });

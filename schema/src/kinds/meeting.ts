import { z } from 'zod';
import { say } from './generated/messages.js';
import type { Kind } from './kind.js';
import { common, reviewerRole } from './shared.js';

export const meeting = z.strictObject({ with: reviewerRole, minutes: z.int().min(1).max(1440).optional() });
export type Meeting = z.infer<typeof meeting>;

export const meetingShape = z.strictObject({ ...common, kind: z.literal('MEETING'), meeting });
type Item = z.infer<typeof meetingShape>;

export const meetingKind: Kind<Item, Meeting> = {
  name: say('meeting.name'),
  about: 'A conversation, for example with the mentor.',
  placeholder: say('meeting.placeholder'),
  family: 'WORK',
  closedBy: () => 'COMPLETE',
  isScored: false,
  results: () => ['COMPLETED', 'SUBMITTED'],
  partners: (item) => (item.meeting.with === 'PEER' ? 1 : 0),
  ownMinutes: (item) => item.meeting.minutes,
  isMeeting: true,
  fresh: () => ({ with: 'MENTOR', minutes: 60 }),
  sample: () => ({ with: 'MENTOR' }),
};

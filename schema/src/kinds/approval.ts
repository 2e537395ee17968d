import { z } from 'zod';
import { say } from './generated/messages.js';
import type { Kind } from './kind.js';
import { common, reviewerRole } from './shared.js';

export const approval = z.strictObject({
  levels: z
    .array(z.strictObject({ by: reviewerRole, mode: z.enum(['ANY', 'ALL']).optional() }))
    .min(1)
    .max(10),
});
export type Approval = z.infer<typeof approval>;

export const approvalShape = z.strictObject({ ...common, kind: z.literal('APPROVAL'), approval });
type Item = z.infer<typeof approvalShape>;

/** At most this many colleagues are asked one by one. */
const MOST_PEERS = 10;

export const approvalKind: Kind<Item, Approval> = {
  name: say('approval.name'),
  about: 'Something that one or more levels of approvers must approve.',
  placeholder: say('approval.placeholder'),
  family: 'WORK',
  closedBy: () => 'SUBMIT',
  notCompletable: () => say('approval.notCompletable'),
  isScored: false,
  results: () => ['COMPLETED', 'SUBMITTED', 'APPROVED', 'REJECTED'],
  levels: (item) => item.approval.levels,
  partners: (item) => (item.approval.levels.some(({ by }) => by === 'PEER') ? MOST_PEERS : 0),
  fresh: () => ({ levels: [{ by: 'MENTOR', mode: 'ANY' }] }),
  sample: () => ({ levels: [{ by: 'MENTOR', mode: 'ANY' }] }),
};

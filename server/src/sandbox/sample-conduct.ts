import { createHash } from 'node:crypto';
import type { PlanDefinition } from '@planwright/schema/definition';
import { type Behaviour, onDueDate, type Pace, paced, type SamplePeople } from '@planwright/schema/simulation';
import {
  addMs,
  DAY_MS,
  epochMs,
  HOUR_MS,
  type Instant,
  instantAt,
  laterOf,
  plainDateIn,
  type Zone,
} from '@planwright/schema/time';

/** What the sample people of a sandbox do while its clock moves. */
export type SandboxBehaviour = 'NOBODY' | 'DILIGENT' | 'MIXED';

/** Somebody in a mixed group: how many of 100 pieces of work come in time, come late, are returned once. */
interface Temper {
  inTime: number;
  late: number;
  returned: number;
  reviewsInTime: number;
}

/** Three of five are steady, one comes late now and then, one leaves much undone; the others of 100 never come. */
const TEMPERS: readonly [Temper, Temper, Temper, Temper, Temper] = [
  { inTime: 97, late: 3, returned: 8, reviewsInTime: 92 },
  { inTime: 92, late: 6, returned: 12, reviewsInTime: 85 },
  { inTime: 94, late: 6, returned: 5, reviewsInTime: 95 },
  { inTime: 66, late: 28, returned: 15, reviewsInTime: 75 },
  { inTime: 45, late: 25, returned: 20, reviewsInTime: 60 },
];

/**
 * How one person's plan goes, decided by the seed alone: the same question always gets the same answer, in another
 * process too, and however the clock is moved there. Undefined = nobody does anything.
 */
export function sampleConduct(
  behaviour: SandboxBehaviour,
  definition: PlanDefinition,
  people: SamplePeople,
  { seed, zone }: { seed: string; zone: Zone },
): Behaviour | undefined {
  switch (behaviour) {
    case 'NOBODY':
      return undefined;
    case 'DILIGENT':
      return paced(definition, people, onDueDate);
    case 'MIXED':
      return paced(definition, people, mixed(seed, zone));
    default:
      return behaviour satisfies never;
  }
}

function mixed(seed: string, zone: Zone): Pace {
  const temper = TEMPERS[draw(seed, TEMPERS.length)] ?? TEMPERS[0];
  const dice = (what: string, sides = 100): number => draw(`${seed}/${what}`, sides);
  /** Half past an hour of that day's work: people of a group who work in the same hour do it at the same moment. */
  const atWork = (near: Instant, piece: string): Instant =>
    instantAt(plainDateIn(near, zone), `${String(9 + dice(`${piece}/hour`, 11)).padStart(2, '0')}:30`, zone);

  const workAt: Pace['workAt'] = (item, step) => {
    const piece = `${item.key}/${step?.key ?? ''}/${item.attempt}`;
    const due = step?.dueAt ?? item.dueAt;
    const opens = item.opensAt ?? '';
    // Without a date it is done in the days after it opened; what was returned comes back within three days.
    if (due === undefined || item.state === 'RETURNED') {
      const since = item.deliveredAt && item.deliveredAt > opens ? item.deliveredAt : opens;
      return since === '' ? since : atWork(addMs(since, (1 + dice(`${piece}/slow`, 3)) * DAY_MS), piece);
    }
    const luck = dice(`${piece}/luck`);
    if (luck >= temper.inTime + temper.late) return undefined;
    if (luck >= temper.inTime) return atWork(addMs(due, (1 + dice(`${piece}/late`, 5)) * DAY_MS), piece);
    const early = atWork(addMs(due, -dice(`${piece}/early`, 6) * DAY_MS), piece);
    const last = addMs(due, -HOUR_MS);
    return early < opens || early > last ? laterOf(opens, last) : early;
  };
  return {
    workAt,
    reviewAt: ({ itemKey, attempt, submittedAt, feedbackDueAt }) => {
      const allowed = feedbackDueAt ? epochMs(feedbackDueAt) - epochMs(submittedAt) : DAY_MS;
      const piece = `${itemKey}/${attempt}`;
      const isInTime = dice(`${piece}/review`) < temper.reviewsInTime;
      const share = isInTime ? dice(`${piece}/when`, 95) : 110 + dice(`${piece}/when`, 90);
      return addMs(submittedAt, Math.max(1, Math.floor((allowed * share) / 100)));
    },
    review: ({ itemKey, attempt }) =>
      attempt === 1 && dice(`${itemKey}/returned`) < temper.returned
        ? { decision: 'RETURN', comment: '内容还不具体，补充数据和下一步做法后重新提交。' }
        : { decision: 'APPROVE', score: 70 + dice(`${itemKey}/score`, 29) },
    score: ({ key, attempt }) => Math.min(100, 62 + dice(`${key}/${attempt}/points`, 36) + 10 * attempt),
  };
}

/** 0 … sides − 1, always the same for the same text. */
function draw(text: string, sides: number): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % sides;
}

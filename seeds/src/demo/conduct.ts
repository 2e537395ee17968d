import { findItem, type PlanDefinition } from '@planwright/schema/definition';
import {
  decideProgress,
  decideReview,
  type Evaluation,
  type ItemEvaluation,
  type NewEvent,
  type ProgressAct,
  type SubmissionEvaluation,
  type Who,
} from '@planwright/schema/engine';
import { kindOf } from '@planwright/schema/kinds';
import type { Behaviour, Conduct } from '@planwright/schema/simulation';
import { addDays, type Instant, instantAt, plainDateIn, type Zone } from '@planwright/schema/time';
import { pick, type Random } from './random.js';
import type { Script } from './script.js';

/** How reliable somebody is: the shares of their work that they hand in on time, and that they never hand in. */
export interface Persona {
  onTime: number;
  never: number;
}

export const STEADY: Persona = { onTime: 0.93, never: 0.03 };
export const STRUGGLING: Persona = { onTime: 0.68, never: 0.16 };

export interface Member {
  personId: string;
  mentorId: string;
  /** The partners in each task that asks for some, by item. */
  partners: Record<string, string[]>;
  persona: Persona;
  /** When certain items are handed in, whatever the persona; their review takes the mentor almost a day. */
  appointed?: Record<string, Instant | 'never'>;
  /** How everything goes, where a story tells it. */
  script?: Script;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const RETURNED = ['补充两位成员的访谈，再谈谈你的判断。', '目标拆得不够细，落到每周。', '方向对，数据来源写清楚。'];
const APPROVED = ['写得扎实，可以在例会上分享。', '问题找得准，按这个推进。', '完成得不错，注意跟进。'];

const later = (instant: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

/** Nobody works at night: an instant between 21:00 and 8:30 moves to the morning after, never past `latest`. */
function byDay(at: Instant, zone: Zone, random: Random, latest?: Instant): Instant {
  const date = plainDateIn(at, zone);
  const morning = instantAt(date, '08:30', zone);
  const evening = instantAt(date, '21:00', zone);
  const start = at < morning ? morning : at > evening ? instantAt(addDays(date, 1), '08:30', zone) : undefined;
  const moved = start === undefined ? at : later(start, Math.floor(random() * 3 * HOUR_MS));
  return latest !== undefined && moved > latest ? at : moved;
}

/**
 * Somebody who goes through a plan as people do: most things in the last days before they are due, some late, some never;
 * with a mentor who answers within a day, mostly, and sends one in seven back.
 * Everything is decided by the engine, so a demo cohort is a history that could have been recorded.
 */
export function demoBehaviour(definition: PlanDefinition, member: Member, zone: Zone, random: Random): Behaviour {
  const { script } = member;
  const plans = new Map<string, Instant | 'never'>();
  const planned = (id: string, choose: () => Instant | 'never'): Instant | 'never' => {
    const known = plans.get(id) ?? choose();
    plans.set(id, known);
    return known;
  };

  const deliveryOf = (item: ItemEvaluation, now: Instant): Instant | 'never' => {
    const appointed = member.appointed?.[item.key];
    if (appointed !== undefined) return appointed;
    const from = Date.parse(item.opensAt ?? now);
    const due = Date.parse(item.dueAt ?? later(now, 5 * DAY_MS));
    const told = script?.fates[item.key];
    const luck = random();
    if (told === 'NEVER') return 'never';
    const isInTime = script ? told !== 'LATE' : luck < member.persona.onTime;
    if (isInTime && due > from) {
      const at = from + (due - from) * (0.3 + 0.68 * random());
      return byDay(new Date(at).toISOString(), zone, random, new Date(due).toISOString());
    }
    if (!script && luck > 1 - member.persona.never) return 'never';
    return byDay(new Date(Math.max(due, from) + (0.3 + 3 * random()) * DAY_MS).toISOString(), zone, random);
  };

  const reviewAt = ({ itemKey, attempt, submittedAt }: SubmissionEvaluation): Instant => {
    if (member.appointed?.[itemKey] !== undefined) return later(submittedAt, 23 * HOUR_MS);
    const isLate = attempt === 1 && script?.lateFeedback.includes(itemKey);
    const isInTime = script ? !isLate : random() < 0.95;
    const hours = isInTime ? 1 + 13 * random() : 26 + 12 * random();
    const latest = script && isInTime ? later(submittedAt, 23 * HOUR_MS) : undefined;
    return byDay(later(submittedAt, hours * HOUR_MS), zone, random, latest);
  };

  const nextOf = (item: ItemEvaluation, evaluation: Evaluation, now: Instant): Planned | undefined => {
    const delivery = (): Instant | 'never' => planned(`${item.key} deliver`, () => deliveryOf(item, now));
    switch (item.state) {
      case 'AVAILABLE': {
        const at = delivery();
        if (at === 'never') return undefined;
        const begin = planned(`${item.key} begin`, () => {
          const middle = (Date.parse(item.opensAt ?? now) + Date.parse(at)) / 2;
          return byDay(new Date(Math.max(middle, Date.parse(now))).toISOString(), zone, random, at);
        });
        return begin !== 'never' && begin < at
          ? { at: begin, act: () => learner({ action: 'START', itemKey: item.key }) }
          : { at, act: () => deliver(item) };
      }
      case 'STARTED': {
        const at = delivery();
        return at === 'never' ? undefined : { at, act: () => deliver(item) };
      }
      case 'RETURNED': {
        if (script?.fates[item.key] === 'LEFT') return undefined;
        const at = planned(`${item.key} again ${item.attempt}`, () =>
          byDay(later(now, (0.6 + 1.2 * random()) * DAY_MS), zone, random),
        );
        return at === 'never' ? undefined : { at, act: () => deliver(item) };
      }
      case 'SUBMITTED': {
        const waiting = evaluation.submissions.findLast(
          (one) => one.itemKey === item.key && one.decision === undefined,
        );
        if (!waiting) return undefined;
        const at = planned(`${item.key} review ${waiting.attempt}`, () => reviewAt(waiting));
        return at === 'never' ? undefined : { at, act: () => review(waiting) };
      }
      case 'DONE':
        return scoring(item);
      case 'LOCKED':
      case 'EXCUSED':
      case 'NOT_APPLICABLE':
        return undefined;
    }
  };

  /** A course is scored by the mentor a day or two after it, where the story has scores. */
  const scoring = (item: ItemEvaluation): Planned | undefined => {
    const score = script?.scores[item.key];
    const { completedAt } = item;
    if (!kindOf(item).isStudied || score === undefined || item.score !== undefined || !completedAt) return undefined;
    const at = planned(`${item.key} score`, () => byDay(later(completedAt, (0.8 + random()) * DAY_MS), zone, random));
    return at === 'never' ? undefined : { at, act: () => mentor({ action: 'SCORE', itemKey: item.key, score }) };
  };

  type Act = (evaluation: Evaluation, now: Instant) => NewEvent[];
  interface Planned {
    at: Instant;
    act: () => Act;
  }

  const by =
    (who: Who) =>
    (act: ProgressAct): Act =>
    (evaluation, now) => {
      const decision = decideProgress(definition, evaluation, act, who, now);
      return 'events' in decision ? decision.events : [];
    };
  const learner = by({ by: 'LEARNER', actor: member.personId });
  const mentor = by({ by: 'REVIEWER', actor: member.mentorId });

  const deliver = (item: ItemEvaluation): Act => {
    const kind = kindOf(item);
    if (kind.isStudied) {
      const minutes = findItem(definition, item.key)?.item.minutes ?? 60;
      return learner({ action: 'COMPLETE', itemKey: item.key, minutes: Math.round(minutes * (0.8 + 0.5 * random())) });
    }
    if (kind.deliverable) {
      const step = item.steps.find(({ completedAt }) => completedAt === undefined);
      const artefact = `https://docs.example.com/${definition.key}/${item.key}/${member.personId}`;
      return learner({ action: 'SUBMIT', itemKey: item.key, artefact, ...(step ? { stepKey: step.key } : {}) });
    }
    return learner({ action: 'COMPLETE', itemKey: item.key });
  };

  const review =
    (submission: SubmissionEvaluation): Act =>
    (evaluation, now) => {
      const told = script?.fates[submission.itemKey];
      const sendsBack = submission.attempt === 1 && (script ? told === 'AGAIN' || told === 'LEFT' : random() < 1 / 7);
      const decision = decideReview(
        definition,
        evaluation,
        {
          itemKey: submission.itemKey,
          attempt: submission.attempt,
          ...(sendsBack
            ? { decision: 'RETURN', comment: pick(random, RETURNED) }
            : {
                decision: 'APPROVE',
                comment: pick(random, APPROVED),
                score: (script ? 80 : 68) + Math.floor(random() * (script ? 16 : 30)),
              }),
        },
        { by: 'REVIEWER', actor: member.mentorId },
        now,
      );
      return 'events' in decision ? decision.events : [];
    };

  const choosePartners = (evaluation: Evaluation, now: Instant): NewEvent[] =>
    evaluation.items.flatMap(({ key, state }) => {
      const personIds = member.partners[key];
      if (!personIds || state !== 'AVAILABLE' || evaluation.partners[key]) return [];
      return [{ type: 'partnersChosen', actor: member.mentorId, occurredAt: now, data: { itemKey: key, personIds } }];
    });

  return (evaluation, now): Conduct => {
    const partners = choosePartners(evaluation, now);
    if (partners.length > 0) return { acts: partners };
    const next = evaluation.items
      .map((item) => nextOf(item, evaluation, now))
      .filter((one): one is Planned => one !== undefined)
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))[0];
    if (!next) return { acts: [] };
    if (next.at > now) return { acts: [], wakeAt: next.at };
    return { acts: next.act()(evaluation, now) };
  };
}

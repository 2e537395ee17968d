import type { Reminder } from '@planwright/schema/definition';
import { addMs, type Instant } from '@planwright/schema/time';
import {
  deliverAt,
  expandOccurrences,
  type PlannedOccurrence,
  planningWindow,
  type Recipients,
  replan,
} from '../index.js';
import type { Ledger, LedgerRow } from './ledger.js';
import type { SimulatedEnrolment } from './simulated-enrolment.js';
import { hoursOf, type World } from './world.js';

const DAY_MS = 86_400_000;

/** What the planner job does for one enrolment, over the pure parts. */
export class SimulatedPlanner {
  constructor(
    private readonly world: World,
    private readonly ledger: Ledger,
  ) {}

  /** @returns when to look at the recipients that got something new, and when to plan again; undefined when the worker died */
  plan(
    enrolment: SimulatedEnrolment,
    now: Instant,
    dies: boolean,
  ): { deliverAt: Instant; personId: string }[] | undefined {
    const window = planningWindow(enrolment, now);
    const fresh = this.reminders(enrolment).flatMap((reminder) =>
      this.fire(enrolment, reminder, window.from, window.until),
    );
    const stored = this.ledger.rowsOf(enrolment.id);
    const ids = new Set(fresh.map(({ id }) => id));
    const { insert, change, revive, suppress } = replan(
      stored.filter(({ id, at }) => ids.has(id) || (at >= window.from && at < window.until)),
      fresh,
      now,
    );
    const tx = this.ledger.begin(now);
    const touched: { deliverAt: Instant; personId: string }[] = [];
    const timed = (occurrence: PlannedOccurrence): Pick<LedgerRow, 'deliverAt' | 'versionId'> => {
      const zone = this.world.people.get(occurrence.recipientId)?.zone ?? 'UTC';
      const at = deliverAt(occurrence, now, hoursOf(zone));
      touched.push({ deliverAt: at, personId: occurrence.recipientId });
      return { deliverAt: at, versionId: enrolment.versionId };
    };
    for (const occurrence of insert) tx.insert({ ...occurrence, ...timed(occurrence) });
    for (const occurrence of change) tx.change(occurrence.id, { ...occurrence, ...timed(occurrence) });
    for (const occurrence of revive) tx.act(occurrence.id, 'revive', { ...occurrence, ...timed(occurrence) });
    for (const occurrence of suppress) tx.act(occurrence.id, 'suppress', {}, 'not-needed');
    if (dies) return undefined;
    tx.commit();
    enrolment.plannedUntil = window.until;
    enrolment.dirtySince = undefined;
    return touched;
  }

  /** The rule asked again for the moment of one occurrence, with the people of now. */
  again(enrolment: SimulatedEnrolment, { ruleKey, at }: PlannedOccurrence): PlannedOccurrence[] {
    const reminder = this.reminders(enrolment).find(({ key }) => key === ruleKey);
    return reminder ? this.fire(enrolment, reminder, at, addMs(at, 1)) : [];
  }

  private reminders(enrolment: SimulatedEnrolment): readonly Reminder[] {
    return enrolment.definition.reminders ?? [];
  }

  private fire(enrolment: SimulatedEnrolment, reminder: Reminder, from: Instant, until: Instant): PlannedOccurrence[] {
    const { environment, settings } = this.world;
    const rule = settings.rules[reminder.use];
    const calendar = environment.calendars.cn;
    if (!rule || !calendar) throw new Error(`No rule ${reminder.use}`);
    const firings = enrolment.firings(
      reminder.key,
      from,
      until,
      (progress, a, b) =>
        rule([progress], reminder.with ?? {}, { from: a, until: b, calendar, workspace: environment.workspace }),
      (a, b) => ({ from: addMs(a, -2 * DAY_MS), until: addMs(b, 8 * DAY_MS) }),
    );
    return firings.length === 0 ? [] : expandOccurrences(enrolment.id, reminder, firings, this.recipients(enrolment));
  }

  private recipients(enrolment: SimulatedEnrolment): Recipients {
    const mentor = enrolment.evaluation?.mentorId;
    return {
      LEARNER: [enrolment.learnerId],
      MENTOR: mentor === undefined ? [] : [mentor],
      SUPERIOR: [this.world.superiorOf.get(enrolment.id) ?? ''],
      HR: this.world.hr.slice(0, 1),
    };
  }
}

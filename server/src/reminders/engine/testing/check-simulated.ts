import { cnCalendar } from '@planwright/schema/calendar';
import { DEFAULT_SETTINGS } from '../index.js';
import { type CheckedRun, checkRun } from './checker.js';
import type { Simulated } from './simulate-reminders.js';

/** What does not hold of a run; empty = it is sound. */
export const checkSimulated = (simulated: Simulated): string[] => checkRun(runForChecker(simulated));

/** What an outsider could read of a run: tables, logs, the settings of the workspace. */
export function runForChecker({ world, ledger, log, channels }: Simulated): CheckedRun {
  const years = Object.values(cnCalendar.years);
  const daysBefore: Record<string, number> = {};
  for (const { reminders } of Object.values(world.definitions)) {
    for (const { use, key, with: given } of reminders ?? [])
      if (use === 'core/before-due' && typeof given?.days === 'number') daysBefore[key] = given.days;
  }
  return {
    occurrences: [...ledger.occurrences.values()],
    deliveries: [...ledger.deliveries.values()],
    log,
    routes: world.settings.routes ?? {},
    kinds: Object.fromEntries([...channels].map(([route, { dedupe }]) => [route, dedupe.how])),
    people: world.people,
    enrolments: world.enrolments,
    outages: world.outages,
    daysOff: new Set(years.flatMap(({ off }) => off)),
    daysOn: new Set(years.flatMap(({ on }) => on)),
    quiet: { from: DEFAULT_SETTINGS.quietFrom, until: DEFAULT_SETTINGS.quietUntil },
    endAt: world.endAt,
    graceMinutes: 15,
    daysBefore,
  };
}

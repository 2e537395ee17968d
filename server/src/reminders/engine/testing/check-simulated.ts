import { cnCalendar } from '@planwright/schema';
import { DEFAULT_SETTINGS } from '../index.js';
import { checkRun } from './checker.js';
import type { Simulated } from './simulate-reminders.js';

/** Hands the checker what an outsider could read: tables, logs, the settings of the workspace. */
export function checkSimulated({ world, ledger, log, channels }: Simulated): string[] {
  const years = Object.values(cnCalendar.years);
  const daysBefore: Record<string, number> = {};
  for (const { reminders } of Object.values(world.definitions)) {
    for (const { use, key, with: given } of reminders ?? [])
      if (use === 'core/before-due' && typeof given?.days === 'number') daysBefore[key] = given.days;
  }
  return checkRun({
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
  });
}

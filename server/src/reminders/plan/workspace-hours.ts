import type { WorkingDayCalendar } from '@planwright/schema/calendar';
import type { Environment } from '@planwright/schema/engine';
import type { Zone } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';
import type { DeliveryHours } from '../engine/deliver-at.js';
import { DEFAULT_SETTINGS, type ReminderSettings } from '../engine/settings.js';

/** The workspace's settings, or those that hold until somebody changes them. */
export async function readReminderSettings(sql: Sql, workspaceId: string): Promise<ReminderSettings> {
  const row = await sql.row<ReminderSettings>(
    `select quiet_from as "quietFrom", quiet_until as "quietUntil", working_days_only as "workingDaysOnly", slots,
       daily_budget as "dailyBudget" from reminder_settings where workspace_id = $1::uuid`,
    [workspaceId],
  );
  return row ?? DEFAULT_SETTINGS;
}

export function calendarNamed(environment: Environment, key: string): WorkingDayCalendar {
  return environment.calendars[key] ?? { key, years: {} };
}

/** When somebody in this zone gets messages: quiet hours on their clock, working days of the workspace's calendar. */
export function hoursIn(zone: Zone, settings: ReminderSettings, environment: Environment): DeliveryHours {
  return {
    zone,
    quiet: { from: settings.quietFrom, until: settings.quietUntil },
    workingDaysOnly: settings.workingDaysOnly,
    calendar: calendarNamed(environment, environment.workspace.calendar),
    slots: settings.slots,
  };
}

import type { Json } from '@planwright/plugin-sdk';
import { cnCalendar } from '@planwright/schema/calendar';
import type { PlanProgress, RuleEnvironment } from '@planwright/schema/rules';
import { PROCESS_LIMITS, type ProcessLimits } from '../process/process-limits.js';
import type { RunningPluginHost } from '../running-plugin-host.js';
import { type PluginHostOptions, startPluginHost } from '../start-plugin-host.js';

export interface TestHost {
  host: RunningPluginHost;
  lines: { level: string; message: string; fields: Record<string, Json> }[];
}

/** The shipped host, with waits that a test can bear. */
export async function startTestHost(
  limits: Partial<ProcessLimits> = {},
  options: Partial<PluginHostOptions> = {},
): Promise<TestHost> {
  const lines: TestHost['lines'] = [];
  const host = await startPluginHost({
    ...options,
    searchPath: process.env.PATH ?? '',
    log: (level, message, fields) => lines.push({ level, message, fields }),
    limits: { backoff: { ...PROCESS_LIMITS.backoff, firstMs: 1, lastMs: 20 }, ...limits },
  });
  return { host, lines };
}

export const environment: RuleEnvironment = {
  from: '2026-01-05T00:00:00.000Z',
  until: '2026-01-12T00:00:00.000Z',
  calendar: cnCalendar,
  workspace: {} as RuleEnvironment['workspace'],
};

/** Somebody in a plan, as far as the rules of these tests look. */
export const someone = (person: string): PlanProgress => ({
  person,
  plan: { key: 'retail', title: { en: 'Retail' } },
  status: 'ACTIVE',
  zone: 'Asia/Shanghai',
  startsOn: '2026-01-05',
  enrolledAt: '2026-01-01T00:00:00.000Z',
  hasMentor: false,
  stages: [],
  items: [],
  submissions: [],
});

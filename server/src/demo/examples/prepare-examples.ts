import type { Instant } from '@planwright/schema/time';
import { DEMO_ACCOUNTS } from '@planwright/seeds';
import type { Logger } from 'pino';
import type { Database } from '../../database/index.js';
import type { ExperimentDeps } from '../../experiments/index.js';
import type { PluginRegistry } from '../../plugins/index.js';
import type { Reminders } from '../../reminders/index.js';
import type { ReportDeps } from '../../reports/index.js';
import type { ClockWalks } from '../../sandbox/index.js';
import { actingAs } from './acting.js';
import { findDemoCompany } from './demo-company.js';
import { runExampleExperiment } from './example-experiment.js';
import { makeExampleReport } from './example-report.js';
import { makeExampleSandbox } from './example-sandbox.js';
import { scheduleExampleReports } from './example-schedule.js';
import { sendLatelyDue } from './live-reminders.js';

export interface ExamplesDeps {
  database: Database;
  log: Logger;
  registry: PluginRegistry;
  experiments: ExperimentDeps;
  reports: Pick<ReportDeps, 'definitions' | 'statistics' | 'analyses'>;
  reminders: Pick<Reminders, 'advance' | 'nextAt'>;
  walks: ClockWalks;
  /** Makes the reports that are sent regularly. */
  sendings: { wake(): Promise<void> };
}

export interface Examples {
  /** Reminders may go on by themselves from here on. */
  reminded: Promise<void>;
  done: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Fills the demo company with what persuades, beside the running server: messages of the last days, a report, one that
 * is sent every week, a sandbox with a cohort and an experiment with its verdict, each made by the acts that a person would make it with. What is there already
 * stays; a start that was cut short is gone on with by the next one.
 * @param isNew the company was seeded by this start: nobody has been reminded of anything yet
 */
export function prepareExamples(deps: ExamplesDeps, { now, isNew }: { now: Instant; isNew: boolean }): Examples {
  const { database, log } = deps;
  const stopping = new AbortController();
  const company = database.look(findDemoCompany);
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    if (stopping.signal.aborted) return;
    await work().catch((error: unknown) => {
      // The next start makes what this one has no time for.
      if (!stopping.signal.aborted) log.error({ err: error, what }, 'an example of the demo could not be made');
    });
  };
  const reminded = attempt('messages', async () => {
    const found = await company;
    if (found && isNew) await sendLatelyDue(deps.reminders, found.workspaceId, now, stopping.signal);
  });
  const done = reminded.then(async () => {
    const found = await company;
    if (!found) return;
    const asHr = await actingAs(database, found.idOf(DEMO_ACCOUNTS.hr));
    const asDesigner = await actingAs(database, found.idOf(DEMO_ACCOUNTS.designer));
    await attempt('report', () => makeExampleReport(database, found, asHr, deps.reports, now));
    await attempt('reports sent regularly', () => scheduleExampleReports(database, found, asHr, deps, now));
    const { progress } = deps.experiments;
    await attempt('sandbox', () => makeExampleSandbox(database, found, asHr, { progress, walks: deps.walks }, now));
    await attempt('experiment', () => runExampleExperiment(deps, found, { asHr, asDesigner }, now, stopping.signal));
  });
  return {
    reminded,
    done,
    stop: async () => {
      stopping.abort();
      await done.catch(() => undefined);
    },
  };
}

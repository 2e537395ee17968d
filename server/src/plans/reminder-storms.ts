import { addWorkdays } from '@planwright/schema/calendar';
import { contentHash, itemsOf, type PlanDefinition, type Problem } from '@planwright/schema/definition';
import type { Environment } from '@planwright/schema/engine';
import {
  reminderEvents,
  reminderStorm,
  ruleCalls,
  type SimulationSettings,
  simulatedDays,
  walkSample,
} from '@planwright/schema/simulation';
import type { PlainDate } from '@planwright/schema/time';
import type { Database } from '../database/index.js';
import { askSampleRules, type PluginDeps } from '../plugins/index.js';

/** A plan of more items is simulated when it is previewed, not at every look. */
const MOST_ITEMS = 150;
const MOST_KEPT = 200;

/** `reminder-storm` of plans, found by asking the rules in their processes; kept for plans that are looked at again. */
export class ReminderStorms {
  readonly #kept = new Map<string, Problem[]>();

  constructor(
    private readonly database: Database,
    private readonly plugins: Pick<PluginDeps, 'registry' | 'host'>,
  ) {}

  /** Storms of somebody who does everything on its date, and of somebody who does nothing. */
  async of(workspaceId: string, definition: PlanDefinition, environment: Environment): Promise<Problem[]> {
    if ((definition.reminders ?? []).length === 0 || itemsOf(definition).length > MOST_ITEMS) return [];
    const year = environment.now.slice(0, 4);
    const releases = this.plugins.registry.installed().map(({ manifest }) => manifest?.sha256 ?? '');
    const key = JSON.stringify([workspaceId, contentHash(definition), year, releases, environment.calendars]);
    const known = this.#kept.get(key);
    if (known) return known;
    const calendar = environment.calendars[definition.calendar ?? environment.workspace.calendar];
    const startsOn = addWorkdays(`${year}-01-01`, 0, calendar ?? { key: '', years: {} }).date;
    const found = new Map<string, Problem>();
    let isWhole = true;
    for (const actions of [undefined, [] as const]) {
      const settings = { startsOn, zone: 'Asia/Shanghai', ...(actions ? { actions } : {}) };
      const { days, silent } = await remindedDays(
        this.database,
        this.plugins,
        workspaceId,
        definition,
        settings,
        environment,
      );
      isWhole &&= silent.size === 0;
      for (const problem of reminderStorm(days)) {
        const path = problem.path.join('/');
        if (!found.has(path)) found.set(path, problem);
      }
    }
    const problems = [...found.values()];
    // What a rule that was away would have said is asked again.
    if (isWhole) this.#keep(key, problems);
    return problems;
  }

  #keep(key: string, problems: Problem[]): void {
    const oldest = this.#kept.keys().next();
    if (this.#kept.size >= MOST_KEPT && !oldest.done) this.#kept.delete(oldest.value);
    this.#kept.set(key, problems);
  }
}

/** A simulated run with the messages that the workspace's rules would send; what comes after `last` is left out. */
export async function remindedDays(
  database: Database,
  plugins: Pick<PluginDeps, 'registry' | 'host'>,
  workspaceId: string,
  definition: PlanDefinition,
  settings: SimulationSettings,
  environment: Environment,
  last?: PlainDate,
) {
  const { events, snapshots } = walkSample(definition, settings, environment);
  const calls = ruleCalls(definition, snapshots, environment);
  const { answers, silent } = await askSampleRules(database, plugins, workspaceId, calls);
  const all = [...events, ...reminderEvents(calls, answers)].filter(({ at }) => last === undefined || at < last);
  return { days: simulatedDays(definition, all, settings, environment), silent };
}

import type { PlanDefinition } from '@planwright/schema/definition';
import type { EventData } from '@planwright/schema/engine';
import type { Client } from 'pg';
import { CHANNELS, type ChaosChannel } from './kinds.js';

const text = (en: string) => ({ en, 'zh-CN': en });

/** One thing to do, one reminder, on all channels. */
const definition: PlanDefinition = {
  format: 'planwright/1',
  key: 'chaos',
  title: text('Chaos'),
  stages: [
    {
      key: 'only',
      title: text('Only'),
      items: [{ key: 'report', kind: 'COURSE', title: text('Report'), requirement: 'REQUIRED' }],
    },
  ],
  reminders: [{ key: 'now', use: 'chaos/now', to: ['LEARNER'], channels: [...CHANNELS] }],
};

/** A number of enrolled people, all awake at any hour, and an integration for each channel. As the owner of the tables. */
export async function enrolCrowd(owner: Client, people: number): Promise<Record<ChaosChannel, string>> {
  const one = async (statement: string, parameters: unknown[]): Promise<string> => {
    const { rows } = await owner.query<{ id: string }>(statement, parameters);
    return rows[0]?.id ?? '';
  };
  const workspace = await one(`insert into workspace (name) values ('Chaos') returning id`, []);
  await owner.query(
    `insert into reminder_settings (workspace_id, quiet_from, quiet_until, working_days_only, slots, daily_budget)
     values ($1, '00:00', '00:00', false, '{}', 4)`,
    [workspace],
  );
  const integrations = {} as Record<ChaosChannel, string>;
  for (const channel of CHANNELS) {
    integrations[channel] = await one(
      `insert into integration (workspace_id, plugin_key, name, config, config_version, created_at)
       values ($1, 'chaos', $2, '{}', 1, now()) returning id`,
      [workspace, channel],
    );
    await owner.query(
      `insert into channel_route (workspace_id, channel, integration_id, contribution) values ($1, $2, $3, $2)`,
      [workspace, channel, integrations[channel]],
    );
  }
  const plan = await one(
    `insert into plan (workspace_id, key, title, created_at) values ($1, 'chaos', '{}', now()) returning id`,
    [workspace],
  );
  const version = await one(
    `insert into plan_version (workspace_id, plan_id, number, content_hash, definition, published_at)
     values ($1, $2, 1, 'x', $3, now()) returning id`,
    [workspace, plan, JSON.stringify(definition)],
  );
  const cohort = await one(
    `insert into cohort (workspace_id, plan_id, name, starts_on, created_at) values ($1, $2, 'C', current_date - 1, now()) returning id`,
    [workspace, plan],
  );
  const enrolled: EventData['enrolled'] = {
    versionId: version,
    startsOn: '2026-01-05',
    zone: 'Asia/Shanghai',
    facts: {},
  };
  await owner.query(
    `with crowd as (
       insert into person (workspace_id, name, email)
       select $1, 'Person ' || n, 'p' || n || '@chaos.example' from generate_series(1, $2::int) n returning id
     ), enrolments as (
       insert into enrolment (workspace_id, cohort_id, person_id, plan_version_id, starts_on, zone, created_at)
       select $1, $3, id, $4, '2026-01-05', 'Asia/Shanghai', now() - interval '1 day' from crowd returning id
     ), events as (
       insert into progress_event (workspace_id, enrolment_id, seq, recorded_at, occurred_at, actor, type, data)
       select $1, id, 1, now() - interval '1 day', now() - interval '1 day', 'system', 'enrolled', $5::jsonb from enrolments
     )
     insert into reminder_watermark (workspace_id, enrolment_id) select $1, id from enrolments`,
    [workspace, people, cohort, version, JSON.stringify(enrolled)],
  );
  return integrations;
}

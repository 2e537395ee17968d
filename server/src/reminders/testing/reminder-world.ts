import type { Delivery, Outcome } from '@planwright/plugin-sdk';
import type { PlanDefinition } from '@planwright/schema/definition';
import { makeWorld, type PlanWorld, startPlan } from '../../enrolments/testing/plan-world.js';
import { smallPlan } from '../../enrolments/testing/small-plan.js';
import type { Called } from '../../plugins/host/plugin-host.js';
import type { TestServer } from '../../testing/test-server.js';
import type { ChannelDescription, ChannelPort, ReminderDeps } from '../ports.js';
import { advanceReminders } from '../steps.js';
import { inProcessRules } from './in-process-rules.js';

/** A channel that is told what to answer, and remembers what it was asked to send. */
export class ScriptedChannel implements ChannelPort {
  description: ChannelDescription | undefined = { dedupe: { how: 'key' }, rates: [], settles: false };
  readonly sent: Delivery[] = [];
  /** Answers of the next calls; then all is accepted. */
  script: ((delivery: Delivery) => Called<Outcome[]>)[] = [];
  reaches: (email: string | undefined) => string | null = (email) => email ?? null;
  settled: Outcome['status'] = 'unknown';
  refusals: number[] = [];

  describe = async () => this.description;
  admit = async () => {
    const retryAfterMs = this.refusals.shift();
    return retryAfterMs === undefined ? { ok: true as const } : { ok: false as const, retryAfterMs };
  };
  addresses: ChannelPort['addresses'] = async (_channel, people) => ({
    ok: true,
    value: people.map(({ email }) => this.reaches(email)),
  });
  send: ChannelPort['send'] = async (_channel, delivery) => {
    this.sent.push(delivery);
    const answer = this.script.shift();
    if (answer) return answer(delivery);
    return {
      ok: true,
      value: delivery.to.map(({ person }) => ({ person, status: 'accepted', ref: `ref-${delivery.key}` })),
    };
  };
  settle: ChannelPort['settle'] = async (_channel, refs) => ({
    ok: true,
    value: refs.map((ref) => ({ person: '', status: this.settled, ref })),
  });
}

export const outcome =
  (status: Outcome['status'], more: Partial<Outcome> = {}) =>
  (delivery: Delivery): Called<Outcome[]> => ({
    ok: true,
    value: delivery.to.map(({ person }) => ({ person, status, ...more })),
  });

export interface ReminderWorld extends PlanWorld {
  deps: ReminderDeps;
  rules: ReturnType<typeof inProcessRules>;
  channel: ScriptedChannel;
  /** Moves the clock there, lets time change what it changes, then reminds. */
  moveTo(instant: string): Promise<void>;
  /** Reminds at the time that it is. */
  remind(): Promise<void>;
  /** Messages that left, by their channel's own account. */
  inbox(personId: string): Promise<{ title: string; markdown: string; at: string }[]>;
  occurrences(): Promise<StoredRow[]>;
  /** Maps a channel of plans to an integration. */
  route(channel: string): Promise<string>;
}

export interface StoredRow {
  id: string;
  ruleKey: string;
  key: string;
  itemKey: string | null;
  recipientId: string;
  channel: string;
  state: string;
  at: string;
  deliverAt: string;
  reasonCode: string | null;
  deliveryId: string | null;
}

export async function makeReminderWorld(server: TestServer): Promise<ReminderWorld> {
  const world = await makeWorld(server);
  const rules = inProcessRules();
  const channel = new ScriptedChannel();
  const deps: ReminderDeps = {
    ...server.running.reminders.deps,
    rules,
    channels: channel,
    random: () => 0.5,
    pause: async () => undefined,
  };
  const remind = () => advanceReminders(deps, world.workspace.id, server.clock.real());
  return {
    ...world,
    deps,
    rules,
    channel,
    remind,
    moveTo: async (instant) => {
      server.clock.moveTo(instant);
      await server.sql.rows(
        `update session set last_seen_at = $1::timestamptz, expires_at = $1::timestamptz + interval '12 hours'`,
        [instant],
      );
      await server.running.ticker.wake();
      await remind();
    },
    inbox: (personId) =>
      server.sql.rows('select title, markdown, at from inbox_message where person_id = $1::uuid order by at, id', [
        personId,
      ]),
    occurrences: () =>
      server.sql.rows<StoredRow>(
        `select id, rule_key as "ruleKey", key, item_key as "itemKey", recipient_id as "recipientId", channel, state, at,
           deliver_at as "deliverAt", reason_code as "reasonCode", delivery_id as "deliveryId"
         from reminder_occurrence where workspace_id = $1::uuid order by at, rule_key, recipient_id, channel`,
        [world.workspace.id],
      ),
    route: async (logical) => {
      const row = await server.sql.row<{ id: string }>(
        `insert into integration (workspace_id, plugin_key, name, config, config_version, created_at)
         values ($1::uuid, 'scripted', $2, '{}', 1, now()) returning id`,
        [world.workspace.id, `scripted ${logical}`],
      );
      await server.sql.rows(
        `insert into channel_route (workspace_id, channel, integration_id, contribution) values ($1::uuid, $2, $3::uuid, 'out')`,
        [world.workspace.id, logical, row?.id],
      );
      return row?.id ?? '';
    },
  };
}

/** The small plan with reminders of the house. */
export const remindedPlan = (key: string, reminders: PlanDefinition['reminders']): PlanDefinition =>
  smallPlan(key, { reminders });

export { startPlan };

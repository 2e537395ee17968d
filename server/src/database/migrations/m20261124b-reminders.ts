import { Migration } from '@mikro-orm/migrations';

/** The ledger of reminders: what to say to which person, in which messages, and what became of each attempt. */
export class CreateReminders extends Migration {
  override name = '20261124b-reminders';

  override up(): void {
    this.addSql(`
      create table reminder_settings (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null unique references workspace (id),
        quiet_from text not null,
        quiet_until text not null,
        working_days_only boolean not null,
        slots text[] not null,
        daily_budget int not null check (daily_budget > 0),
        unique (workspace_id, id)
      )`);
    this.addSql(`
      create table channel_route (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        channel text not null check (channel in ('chat', 'email', 'sms', 'todo', 'inbox')),
        integration_id uuid,
        contribution text,
        unique (workspace_id, id),
        unique (workspace_id, channel),
        foreign key (workspace_id, integration_id) references integration (workspace_id, id)
      )`);
    this.addSql('create index on channel_route (integration_id)');
    // How far an enrolment is planned. \`revision\` tells whether something happened while rules were being asked.
    this.addSql(`
      create table reminder_watermark (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        enrolment_id uuid not null unique,
        planned_until timestamptz not null default '-infinity',
        plan_at timestamptz not null default '-infinity',
        revision bigint not null default 1,
        claimed_until timestamptz,
        problem text,
        unique (workspace_id, id),
        foreign key (workspace_id, enrolment_id) references enrolment (workspace_id, id)
      )`);
    this.addSql('create index on reminder_watermark (workspace_id, plan_at)');
    // A message to one person. Leases and retries are in real time; all else is the workspace's.
    this.addSql(`
      create table delivery (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        idempotency_key uuid not null unique,
        person_id uuid not null,
        channel text not null,
        integration_id uuid,
        contribution text,
        state text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'UNKNOWN', 'SUPPRESSED', 'EXPIRED', 'FAILED')),
        due_at timestamptz not null,
        title text not null,
        markdown text not null,
        language text not null,
        content_hash text not null,
        link text,
        sink boolean not null default false,
        attempts int not null default 0,
        asked int not null default 0,
        doubtful boolean not null default false,
        started_at timestamptz,
        lease_until timestamptz,
        next_attempt_at timestamptz,
        provider_ref text,
        sent_at timestamptz,
        detail text,
        reason jsonb,
        unique (workspace_id, id),
        foreign key (workspace_id, person_id) references person (workspace_id, id),
        foreign key (workspace_id, integration_id) references integration (workspace_id, id)
      )`);
    this.addSql('create index on delivery (workspace_id, due_at desc, id desc)');
    this.addSql('create index on delivery (person_id, due_at)');
    this.addSql('create index on delivery (integration_id)');
    this.addSql(`create index on delivery (workspace_id, next_attempt_at) where state = 'QUEUED'`);
    this.addSql(`create index on delivery (workspace_id, lease_until) where state = 'SENDING'`);
    this.addSql(`
      create table delivery_attempt (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        delivery_id uuid not null,
        attempt int not null,
        started_at timestamptz not null,
        finished_at timestamptz,
        request_hash text not null,
        outcome text,
        detail text,
        unique (workspace_id, id),
        unique (delivery_id, attempt),
        foreign key (workspace_id, delivery_id) references delivery (workspace_id, id)
      )`);
    // One column names the message of an occurrence, so that it can be in one at most; the checks keep state and message together.
    this.addSql(`
      create table reminder_occurrence (
        id uuid primary key,
        workspace_id uuid not null references workspace (id),
        enrolment_id uuid not null,
        rule_key text not null,
        key text not null,
        recipient_id uuid not null,
        channel text not null check (channel in ('chat', 'email', 'sms', 'todo', 'inbox')),
        role text not null check (role in ('LEARNER', 'MENTOR', 'SUPERIOR', 'HR')),
        at timestamptz not null,
        hard boolean not null,
        expires_at timestamptz,
        about jsonb not null,
        why jsonb not null,
        item_key text,
        step_key text,
        provisional boolean not null,
        catch_up text not null check (catch_up in ('ALL', 'LATEST', 'NONE')),
        deliver_at timestamptz not null,
        state text not null default 'PLANNED' check
          (state in ('PLANNED', 'QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'UNKNOWN', 'SUPPRESSED', 'EXPIRED', 'FAILED')),
        reason_code text,
        reason jsonb,
        delivery_id uuid,
        planned_at timestamptz not null,
        claimed_until timestamptz,
        sent_at timestamptz,
        unique (workspace_id, id),
        unique (enrolment_id, rule_key, key, recipient_id, channel),
        foreign key (workspace_id, enrolment_id) references enrolment (workspace_id, id),
        foreign key (workspace_id, recipient_id) references person (workspace_id, id),
        foreign key (workspace_id, delivery_id) references delivery (workspace_id, id),
        check (state <> 'PLANNED' or delivery_id is null),
        check (state not in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'UNKNOWN') or delivery_id is not null)
      )`);
    this.addSql('create index on reminder_occurrence (enrolment_id, at)');
    this.addSql('create index on reminder_occurrence (recipient_id)');
    this.addSql('create index on reminder_occurrence (delivery_id)');
    this.addSql(`create index on reminder_occurrence (workspace_id, deliver_at) where state = 'PLANNED'`);
    // Once bytes may have left, an occurrence stays in its message for ever: it can never be said in another one.
    this.addSql(`
      create function keep_message() returns trigger language plpgsql as $$
      begin
        if old.state not in ('PLANNED', 'QUEUED') and old.delivery_id is not null and new.delivery_id is distinct from old.delivery_id then
          raise exception 'an occurrence stays in the message that it was sent in' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    this.addSql(
      'create trigger keep_message before update on reminder_occurrence for each row execute function keep_message()',
    );
    // Enrolments from before reminders were there are planned from now on: what should have been said long ago is not said now.
    this.addSql(`
      insert into reminder_watermark (workspace_id, enrolment_id, planned_until) select workspace_id, id, now() from enrolment`);
  }
}

import { Migration } from '@mikro-orm/migrations';

/** Releases of plugins, who agreed to which, what is configured of them, and what published plans pin. */
export class CreatePlugins extends Migration {
  override name = '20261124a-plugins';

  override up(): void {
    // Of the whole installation: a release is kept with its code, so that a pinned one survives its folder.
    this.addSql(`
      create table plugin_release (
        id uuid primary key default gen_random_uuid(),
        plugin_key text not null,
        version text not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        manifest jsonb not null,
        bundle bytea not null,
        found_at timestamptz not null,
        unique (plugin_key, version, sha256)
      )`);
    this.addSql(`
      create table plugin_enablement (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        plugin_key text not null,
        version text not null,
        sha256 text not null,
        enabled boolean not null,
        permissions jsonb not null,
        by uuid,
        at timestamptz not null,
        unique (workspace_id, id),
        unique (workspace_id, plugin_key),
        foreign key (workspace_id, by) references person (workspace_id, id)
      )`);
    this.addSql('create index on plugin_enablement (by)');
    this.addSql(`
      create table integration (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        plugin_key text not null,
        name text not null,
        config jsonb not null,
        config_version int not null,
        health text not null default 'UNKNOWN' check (health in ('UNKNOWN', 'HEALTHY', 'FAILING', 'OPEN_CIRCUIT')),
        last_verdict text,
        problem jsonb,
        checked_at timestamptz,
        created_at timestamptz not null,
        created_by uuid,
        removed_at timestamptz,
        unique (workspace_id, id),
        foreign key (workspace_id, created_by) references person (workspace_id, id)
      )`);
    this.addSql('create unique index on integration (workspace_id, name) where removed_at is null');
    this.addSql('create index on integration (created_by)');
    this.addSql(`
      create table integration_secret (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        integration_id uuid not null,
        name text not null,
        key_id text not null,
        sealed bytea not null,
        changed_at timestamptz not null,
        unique (integration_id, name),
        foreign key (workspace_id, integration_id) references integration (workspace_id, id)
      )`);
    this.addSql(`
      create table integration_token (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        integration_id uuid not null,
        name text not null,
        key_id text,
        sealed bytea,
        refresh_at timestamptz,
        expires_at timestamptz,
        fetch_until timestamptz,
        unique (integration_id, name),
        foreign key (workspace_id, integration_id) references integration (workspace_id, id)
      )`);
    this.addSql(`
      create table integration_kv (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        integration_id uuid not null,
        key text not null,
        value jsonb not null,
        unique (integration_id, key),
        foreign key (workspace_id, integration_id) references integration (workspace_id, id)
      )`);
    // Lost at a crash of the database and nobody minds: a full bucket refills by itself.
    this.addSql(`
      create unlogged table integration_bucket (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        integration_id uuid not null,
        key text not null,
        full_until timestamptz not null,
        taken timestamptz[] not null default '{}',
        unique (integration_id, key)
      )`);
    this.addSql(`
      create table integration_circuit (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        integration_id uuid not null,
        host text not null,
        outcomes int not null default 0,
        opened int not null default 0,
        open_until timestamptz,
        probe_until timestamptz,
        unique (integration_id, host),
        foreign key (workspace_id, integration_id) references integration (workspace_id, id)
      )`);
    this.addSql(`
      create table plan_version_pin (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        plan_version_id uuid not null,
        use text not null,
        plugin_key text not null,
        plugin_version text not null,
        sha256 text not null,
        since timestamptz not null,
        by uuid,
        reason text,
        ordinal int not null,
        unique (workspace_id, id),
        unique (plan_version_id, use, ordinal),
        foreign key (workspace_id, plan_version_id) references plan_version (workspace_id, id),
        foreign key (workspace_id, by) references person (workspace_id, id),
        foreign key (plugin_key, plugin_version, sha256) references plugin_release (plugin_key, version, sha256)
      )`);
    this.addSql('create index on plan_version_pin (by)');
    this.addSql('create index on plan_version_pin (plugin_key, plugin_version, sha256)');
    // What a published plan ran with is history: a later pin is a row of its own.
    this.addSql(
      'create trigger append_only before update or delete on plan_version_pin for each row execute function refuse_change()',
    );
    this.addSql(
      'create trigger keep_all before truncate on plan_version_pin for each statement execute function refuse_change()',
    );
    // Scores that are still to be asked for. A row is written with the act that needs it and deleted with the score.
    this.addSql(`
      create table scorer_task (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        enrolment_id uuid not null,
        subject text not null,
        due_at timestamptz not null,
        attempts int not null default 0,
        generation int not null default 1,
        problem text,
        unique (enrolment_id, subject),
        foreign key (workspace_id, enrolment_id) references enrolment (workspace_id, id)
      )`);
    this.addSql('create index on scorer_task (due_at)');
  }
}

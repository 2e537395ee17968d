import { Migration } from '@mikro-orm/migrations';

/** Messages that no plan's rule asked for, links of surveys beside their invitations, and what learners themselves are asked. */
export class CreateNotices extends Migration {
  override name = '20261124h-notices';

  override up(): void {
    // What a notice says is decided when it goes out, by the room that it comes from.
    this.addSql(`
      create table notice (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        source text not null,
        subject_id uuid not null,
        step text not null,
        recipient_id uuid not null,
        at timestamptz not null,
        deliver_at timestamptz not null,
        expires_at timestamptz not null,
        state text not null default 'PLANNED' check (state in ('PLANNED', 'SENT', 'SUPPRESSED', 'EXPIRED')),
        delivery_id uuid,
        claimed_until timestamptz,
        unique (workspace_id, id),
        unique (source, subject_id, step, recipient_id),
        foreign key (workspace_id, recipient_id) references person (workspace_id, id),
        foreign key (workspace_id, delivery_id) references delivery (workspace_id, id),
        check ((state = 'SENT') = (delivery_id is not null))
      )`);
    this.addSql('create index on notice (recipient_id)');
    this.addSql('create index on notice (delivery_id)');
    this.addSql(`create index on notice (workspace_id, deliver_at) where state = 'PLANNED'`);
    // Who is reminded of an anonymous survey has not answered it: nobody may read that in the list of messages.
    this.addSql('alter table delivery add column private boolean not null default false');

    // An invitation may be told more than once (a message, a reminder, a copy); whichever link is used, it is used up.
    this.addSql(`
      create table survey_link (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        invitation_id uuid not null,
        token_hash bytea not null unique,
        unique (workspace_id, id),
        foreign key (workspace_id, invitation_id) references survey_invitation (workspace_id, id)
      )`);
    this.addSql('create index on survey_link (invitation_id)');
    this.addSql(`
      insert into survey_link (workspace_id, invitation_id, token_hash)
      select workspace_id, id, token_hash from survey_invitation`);
    this.addSql('alter table survey_invitation drop column token_hash, add column epoch int not null default 0');
    this.addSql('alter table survey_round drop constraint survey_round_respondents_check');
    this.addSql(
      `alter table survey_round add constraint survey_round_respondents_check check (respondents in ('SUPERIOR', 'TEAM', 'LEARNER'))`,
    );
    this.addSql('alter table survey_answer add column comment text');
  }
}

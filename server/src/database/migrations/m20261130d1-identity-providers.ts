import { Migration } from '@mikro-orm/migrations';

/** Signing in through a company's own identity provider: the providers, and the sign-ins that are under way. */
export class AddIdentityProviders extends Migration {
  override name = '20261130d1-identity-providers';

  override up(): void {
    this.addSql(`
      create table identity_provider (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        name text not null,
        issuer text not null,
        client_id text not null,
        key_id text not null,
        sealed bytea not null,
        enabled boolean not null,
        creates_people boolean not null,
        only_way boolean not null,
        email_domains text[] not null,
        same_as_scim boolean not null,
        role_mapping jsonb,
        emergency_person_id uuid,
        created_at timestamptz not null,
        created_by uuid not null,
        changed_at timestamptz not null,
        unique (workspace_id, id),
        unique (workspace_id, issuer, client_id),
        foreign key (workspace_id, created_by) references person (workspace_id, id),
        foreign key (workspace_id, emergency_person_id) references person (workspace_id, id),
        check (not only_way or (enabled and emergency_person_id is not null))
      )`);
    this.addSql('create index on identity_provider (created_by)');
    this.addSql('create index on identity_provider (emergency_person_id)');
    // Prepared by somebody who is signed in (it has a ticket), or begun in a browser (it has a state).
    this.addSql(`
      create table oidc_transaction (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        provider_id uuid not null,
        purpose text not null check (purpose in ('SIGN_IN', 'LINK', 'INVITATION', 'PROOF')),
        person_id uuid,
        session_id uuid,
        link_id uuid,
        ticket_hash bytea unique,
        state_hash bytea unique,
        binding_hash bytea,
        nonce text,
        verifier text,
        return_to text not null,
        created_at timestamptz not null,
        unique (workspace_id, id),
        foreign key (workspace_id, provider_id) references identity_provider (workspace_id, id),
        foreign key (workspace_id, person_id) references person (workspace_id, id),
        foreign key (workspace_id, session_id) references session (workspace_id, id),
        check ((ticket_hash is null) <> (state_hash is null)),
        check ((state_hash is null) = (binding_hash is null))
      )`);
    this.addSql('create index on oidc_transaction (created_at)');
    this.addSql('create index on oidc_transaction (workspace_id, provider_id)');
    this.addSql('create index on oidc_transaction (workspace_id, person_id)');
    this.addSql('create index on oidc_transaction (workspace_id, session_id)');
    // Which sessions came in through which provider, and what ends them there.
    this.addSql(`
      create table provider_session (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        session_id uuid not null unique,
        provider_id uuid not null,
        proven_at timestamptz not null,
        key_id text not null,
        sealed bytea not null,
        unique (workspace_id, id),
        foreign key (workspace_id, session_id) references session (workspace_id, id),
        foreign key (workspace_id, provider_id) references identity_provider (workspace_id, id)
      )`);
    this.addSql('create index on provider_session (workspace_id, provider_id)');
    this.addSql('create index on provider_session (workspace_id, session_id)');
  }
}

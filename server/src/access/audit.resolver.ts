import { Args, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { columns, listOf, type Sql, statement } from '../database/index.js';
import { may } from './actions.js';
import { AuditEntryEntity } from './entities.js';
import { type Connection, connectionOf, decodeCursor, PageArgs, pageOf, pageSize } from './graphql/connection.js';
import { type RequestContext, signedIn } from './graphql/context.js';
import { globalId, uuidOf } from './graphql/global-id.js';
import { Node, type NodeSource } from './graphql/node.js';
import { DateTimeScalar, JsonScalar } from './graphql/scalars.js';
import { PersonType } from './person.type.js';
import { mentionedPerson } from './person-loaders.js';

@ObjectType('AuditEntry', {
  implements: Node,
  simpleResolvers: true,
  description: 'One line of the audit trail: who did or tried what, and when.',
})
export class AuditEntryType extends Node {
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: string;
  @Field(() => String, { description: 'What was done, usually the name of the mutation: `signIn`, `publishPlan`.' })
  action!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'What it was done to: a key or an id, such as `Cohort:…`. Never personal data. Null when the action has no subject.',
  })
  subject?: string | null;
  @Field(() => String, { description: '`OK`, or `REFUSED` when the actor was not allowed to do it.' })
  outcome!: string;
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Further facts about the action, in a shape that depends on it. Null when there are none to tell.',
  })
  detail?: unknown;

  actorId?: string | null;
}

export const AuditEntryConnection = connectionOf('AuditEntry', () => AuditEntryType);

interface AuditRow {
  id: string;
  at: string;
  actorId: string | null;
  action: string;
  subject: string | null;
  outcome: string;
  detail: unknown;
}

export const AUDIT_AT = `date_trunc('milliseconds', a.at)`;
export const AUDIT = columns(AuditEntryEntity, 'id', 'at', 'actorId', 'action', 'subject', 'outcome', 'detail');
export const AUDIT_COLUMNS = listOf(AUDIT, 'a');

const READ_AUDIT = statement(
  AUDIT,
  `select ${AUDIT_COLUMNS} from audit_entry a where $2::timestamptz is null or (${AUDIT_AT}, a.id) < ($2::timestamptz, $3::uuid)
     order by ${AUDIT_AT} desc, a.id desc limit $1`,
);

/** Newest first. Microseconds of `at` are cut off in a cursor, so those of one millisecond go by id. */
function readAudit(sql: Sql, limit: number, after: readonly [string, string] | undefined): Promise<AuditRow[]> {
  return sql.rows(READ_AUDIT, [limit, after?.[0] ?? null, after?.[1] ?? null]);
}

export function auditFrom(row: AuditRow): AuditEntryType & { __typename: 'AuditEntry' } {
  return { __typename: 'AuditEntry', ...row, id: globalId('AuditEntry', row.id) };
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Where a page of entries goes on. */
export function auditCursor(context: RequestContext, page: PageArgs): readonly [at: string, id: string] | undefined {
  const keys = page.after ? decodeCursor(context, page.after, ['instant', 'text']).map(String) : undefined;
  return keys && [keys[0] ?? '', uuidOf('AuditEntry', keys[1] ?? '') ?? FIRST_ID];
}

const AUDIT_LOG = statement({ count: 'int' }, 'select count(*)::int as count from audit_entry');

@Resolver(() => AuditEntryType)
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    nullable: true,
    description:
      'The audit trail, newest first: sign-ins, refused attempts and administrative actions. For ADMIN; null for everybody else.',
  })
  async auditLog(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<AuditEntryType> | null> {
    const { viewer, database } = signedIn(context);
    if (!may(viewer, 'readAudit')) return null;
    const first = pageSize(context, page.first);
    const after = auditCursor(context, page);
    const rows = await database.read(viewer.scope, (tx) => readAudit(tx, first + 1, after));
    return pageOf(
      rows.map(auditFrom),
      page,
      (entry) => [entry.at, entry.id],
      (entry) => entry,
      async () => {
        const row = await database.read(viewer.scope, (tx) => tx.row(AUDIT_LOG));
        return row?.count ?? 0;
      },
    );
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who did it. Null for the system and for somebody who could not be identified.',
  })
  actor(@Ctx() context: RequestContext, @Root() entry: AuditEntryType): Promise<PersonType | null> {
    return mentionedPerson(context, entry.actorId);
  }
}

const FIND_AUDIT_ENTRY = statement(AUDIT, `select ${AUDIT_COLUMNS} from audit_entry a where a.id = $1`);

export const auditNodes: NodeSource[] = [
  {
    type: 'AuditEntry',
    load: async ({ viewer, database }, uuid) => {
      const row = await database.read(viewer.scope, (tx) => tx.row(FIND_AUDIT_ENTRY, [uuid]));
      return row ? auditFrom(row) : null;
    },
  },
];

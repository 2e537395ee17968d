import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Sql, statement } from '../database/index.js';
import {
  AUDIT,
  AUDIT_AT,
  AUDIT_COLUMNS,
  AuditEntryConnection,
  type AuditEntryType,
  auditCursor,
  auditFrom,
} from './audit.resolver.js';
import { type Connection, PageArgs, pageOf, pageSize } from './graphql/connection.js';
import { type RequestContext, signedIn } from './graphql/context.js';
import { type PageOfKey, pages } from './graphql/loaders.js';
import { PersonType } from './person.type.js';

const READ_HISTORIES = statement(
  { ...AUDIT, aboutId: 'uuid!' },
  `select page.* from unnest($1::uuid[]) asked(id) cross join lateral (
     select ${AUDIT_COLUMNS}, a.about_id as "aboutId" from audit_entry a where a.about_id = asked.id
       and ($2::timestamptz is null or (${AUDIT_AT}, a.id) < ($2::timestamptz, $3::uuid))
     order by ${AUDIT_AT} desc, a.id desc limit $4) page`,
);

function readHistories(sql: Sql, ids: readonly string[], { limit, after }: PageOfKey) {
  const [at, id] = after === null ? [null, null] : (JSON.parse(after) as [string, string]);
  return sql.rows(READ_HISTORIES, [ids, at, id, limit]);
}

const histories = pages(readHistories, ({ aboutId }) => aboutId);

@Resolver(() => PersonType)
export class PersonHistoryResolver {
  @FieldResolver(() => AuditEntryConnection, {
    nullable: true,
    description:
      'What happened to the person, newest first: added, moved, given a role, invited. For HR who covers them, and ADMIN; null for everybody else.',
  })
  async history(
    @Ctx() context: RequestContext,
    @Root() person: PersonType,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<AuditEntryType> | null> {
    const { scope } = signedIn(context).viewer;
    const covered =
      scope.reach === 'all' || (person.departmentId != null && scope.departments.includes(person.departmentId));
    if (!covered || !person.visible) return null;
    const after = auditCursor(context, page);
    const rows = await histories(context, person.uuid, {
      limit: pageSize(context, page.first) + 1,
      after: after ? JSON.stringify(after) : null,
    });
    return pageOf(
      rows.map(auditFrom),
      page,
      (entry) => [entry.at, entry.id],
      (entry) => entry,
    );
  }
}

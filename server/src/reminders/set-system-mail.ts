import { notFound, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { columns, type Sql, statement } from '../database/index.js';
import { WorkspaceEntity } from '../people/entities.js';
import { findIntegration, type PluginRegistry } from '../plugins/index.js';
import { say } from './generated/messages.js';

const READ = statement(
  columns(WorkspaceEntity, 'systemMailIntegrationId'),
  'select system_mail_integration_id as "systemMailIntegrationId" from workspace where id = $1::uuid',
);

/** The integration that sends invitations and password links; null = none does. */
export async function readSystemMail(sql: Sql, workspaceId: string): Promise<string | null> {
  return (await sql.row(READ, [workspaceId]))?.systemMailIntegrationId ?? null;
}

/** Says which integration sends what owners of accounts are told; null = none. */
export async function setSystemMail(
  act: Act,
  registry: PluginRegistry,
  integrationId: string | null,
): Promise<Outcome<{ integrationId: string | null }>> {
  const { tx, viewer, language } = act;
  if (viewer.workspace.kind === 'SANDBOX') return refused(userError('NOT_NOW', say('notInSandbox'), language));
  const integration = integrationId === null ? undefined : await findIntegration(tx, integrationId);
  if (integrationId !== null && !integration) throw notFound(act);
  await tx.becomeWorker();
  if (integration) {
    const active = (await registry.active(tx, viewer.workspace.id)).get(integration.pluginKey);
    if (!active?.manifest.contributes.some(({ kind }) => kind === 'CHANNEL'))
      return refused(userError('INVALID', say('noSuchContribution'), language, ['integrationId']));
  }
  await tx.em.nativeUpdate(WorkspaceEntity, { id: viewer.workspace.id }, { systemMailIntegrationId: integrationId });
  await audited(act, { action: 'setSystemMail', subject: integrationId ?? 'none' });
  return done({ integrationId });
}

'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { useSession } from '@/features/session/session';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Cell, Table } from '@/features/ui/table';
import { Tag } from '@/features/ui/tag';
import type { IntegrationsPageQuery, IntegrationViewFragment } from '@/gql/graphql';
import { AdminsAndHr } from './admins-and-hr';
import { isChannel } from './channels';
import { ChoosePluginDialog } from './choose-plugin-dialog';
import { administrators, integrationsPage } from './documents';
import { HealthSign } from './health-sign';
import styles from './integrations.module.css';
import { SectionTabs } from './section-tabs';

/** Everything outside that this workspace talks to, and whether it works. */
export function IntegrationsPage() {
  const t = useTranslations('integrations');
  const { has } = useSession();
  const [choosing, setChoosing] = useState(false);
  const mayChange = has('ADMIN');
  const add = (
    <Button look="primary" aria-haspopup="dialog" onClick={() => setChoosing(true)}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageBar title={t('title')} actions={mayChange && add} />
      <SectionTabs />
      <AdminsAndHr>
        <Integrations add={mayChange ? add : undefined} choosing={choosing} onChosen={() => setChoosing(false)} />
      </AdminsAndHr>
    </>
  );
}

function Integrations({ add, choosing, onChosen }: { add: React.ReactNode; choosing: boolean; onChosen: () => void }) {
  const t = useTranslations('integrations');
  const ui = useTranslations('ui');
  const [{ data, error }, read] = useQuery({ query: integrationsPage });
  return (
    <PageBody width={1080}>
      <p className={styles.lead}>{t('lead')}</p>
      {error && !data && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
      {!data && !error && <SkeletonRows count={4} height={52} label={ui('loading')} />}
      {data?.integrations.length === 0 && (
        <Empty title={t('empty')} action={add}>
          {add ? t('emptyNext') : <AskAdministrator />}
        </Empty>
      )}
      {data && data.integrations.length > 0 && <Rows data={data} />}
      {choosing && data && <ChoosePluginDialog plugins={data.plugins} onClose={onChosen} />}
    </PageBody>
  );
}

/** Whoever may not connect anything is told who can. */
function AskAdministrator() {
  const t = useTranslations('integrations');
  const [{ data }] = useQuery({ query: administrators });
  const names = data?.people.edges.map(({ node }) => node.name) ?? [];
  return names.length === 0 ? t('askAdmin') : t('askAdminNamed', { names: names.join(t('comma')) });
}

function Rows({ data }: { data: IntegrationsPageQuery }) {
  const t = useTranslations('integrations');
  const words = useTimeWords();
  return (
    <Table caption={t('title')} heads={[t('name'), t('plugin'), t('healthHead'), t('usedFor'), t('checked')]}>
      <tbody>
        {unmask<IntegrationViewFragment>(data.integrations).map((integration) => {
          const routes = data.channelRoutes.filter((route) => route.integration?.id === integration.id);
          return (
            <tr key={integration.id}>
              <Cell>
                <Link href={`/integrations/${encodeURIComponent(integration.id)}`} className={styles.name}>
                  {integration.name}
                </Link>
              </Cell>
              <Cell label={t('plugin')}>{integration.plugin.title}</Cell>
              <Cell label={t('healthHead')}>
                <span className={styles.health}>
                  <HealthSign health={integration.health} />
                  {integration.problem && <span className={styles.problem}>{integration.problem}</span>}
                </span>
              </Cell>
              <Cell label={t('usedFor')}>
                {routes.length === 0 ? (
                  <span className={styles.quiet}>{t('notUsed')}</span>
                ) : (
                  <span className={styles.tags}>
                    {routes.map(({ channel }) => (
                      <Tag key={channel}>{isChannel(channel) ? t(`channels.${channel}`) : channel}</Tag>
                    ))}
                  </span>
                )}
              </Cell>
              <Cell label={t('checked')}>
                {integration.checkedAt ? (
                  <time dateTime={integration.checkedAt}>{words.ago(integration.checkedAt)}</time>
                ) : (
                  <span className={styles.quiet}>{t('neverChecked')}</span>
                )}
              </Cell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { AdminsAndHr } from '@/features/integrations/admins-and-hr';
import { SectionTabs } from '@/features/integrations/section-tabs';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { List } from '@/features/ui/list';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { PluginViewFragment } from '@/gql/graphql';
import { DisableDialog, EnableDialog } from './consent-dialog';
import { pluginsPage } from './documents';
import { PluginRow } from './plugin-row';
import styles from './plugins.module.css';

/** Every plugin of this installation: what it adds, what it may do, how it is kept apart, and whether it works. */
export function PluginsPage() {
  const t = useTranslations('integrations');
  return (
    <>
      <PageBar title={t('title')} />
      <SectionTabs />
      <AdminsAndHr>
        <Plugins />
      </AdminsAndHr>
    </>
  );
}

function Plugins() {
  const t = useTranslations('plugins');
  const ui = useTranslations('ui');
  const [{ data, error }, read] = useQuery({ query: pluginsPage });
  const [asking, setAsking] = useState<{ plugin: PluginViewFragment; about: 'enable' | 'disable' }>();
  const close = () => setAsking(undefined);
  return (
    <PageBody width={960}>
      <p className={styles.lead}>{t('lead')}</p>
      {error && !data && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
      {!data && !error && <SkeletonRows count={4} height={96} label={ui('loading')} />}
      {data?.plugins.length === 0 && <Empty title={t('empty')}>{t('emptyNext')}</Empty>}
      {data && data.plugins.length > 0 && (
        <List>
          {unmask<PluginViewFragment>(data.plugins).map((plugin) => (
            <PluginRow key={plugin.id} plugin={plugin} onAsk={(about) => setAsking({ plugin, about })} />
          ))}
        </List>
      )}
      {asking?.about === 'enable' && <EnableDialog plugin={asking.plugin} onClose={close} />}
      {asking?.about === 'disable' && <DisableDialog plugin={asking.plugin} onClose={close} />}
    </PageBody>
  );
}

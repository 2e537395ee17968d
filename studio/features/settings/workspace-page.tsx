'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { useSession } from '@/features/session/session';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { WorkspaceSettingsFieldsFragment } from '@/gql/graphql';
import { workspaceSettings } from './documents';
import { SettingsTabs } from './settings-tabs';
import { WorkspaceForm } from './workspace-form';

/** What an organisation decides about its workspace: HR reads it, administrators change it. */
export function WorkspacePage() {
  const t = useTranslations('settings');
  const ui = useTranslations('ui');
  const { has } = useSession();
  const [{ data, error }, read] = useQuery({ query: workspaceSettings });
  const settings = data && unmask<WorkspaceSettingsFieldsFragment>(data.workspaceSettings);
  return (
    <>
      <PageBar title={t('title')} />
      <PageBody width={720}>
        <SettingsTabs current="workspace" />
        {!has('ADMIN', 'HR') ? (
          <Empty title={t('notYours')}>{t('notYoursNext')}</Empty>
        ) : settings ? (
          <WorkspaceForm settings={settings} readOnly={!has('ADMIN')} />
        ) : error ? (
          <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />
        ) : (
          <SkeletonRows count={7} label={ui('loading')} />
        )}
      </PageBody>
    </>
  );
}

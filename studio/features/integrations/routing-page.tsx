'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { AdminsAndHr } from './admins-and-hr';
import { ChannelRoutes } from './channel-routes';
import { routingPage } from './documents';
import { ReminderSettingsForm } from './reminder-settings-form';
import { SectionTabs } from './section-tabs';
import { SystemMail } from './system-mail';

/** Which integration delivers each channel of the plans, and when messages may reach people at all. */
export function RoutingPage() {
  const t = useTranslations('integrations');
  return (
    <>
      <PageBar title={t('title')} />
      <SectionTabs />
      <AdminsAndHr>
        <Routing />
      </AdminsAndHr>
    </>
  );
}

function Routing() {
  const ui = useTranslations('ui');
  const [{ data, error }, read] = useQuery({ query: routingPage, requestPolicy: 'cache-and-network' });
  return (
    <PageBody width={880}>
      {error && !data && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
      {!data && !error && <SkeletonRows count={6} height={52} label={ui('loading')} />}
      {data && (
        <>
          <ChannelRoutes data={data} onChanged={() => read({ requestPolicy: 'network-only' })} />
          <SystemMail data={data} onChanged={() => read({ requestPolicy: 'network-only' })} />
          <ReminderSettingsForm settings={data.reminderSettings} />
        </>
      )}
    </PageBody>
  );
}

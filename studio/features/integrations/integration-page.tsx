'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { IntegrationViewFragment } from '@/gql/graphql';
import { AdminsAndHr } from './admins-and-hr';
import { integrationsPage } from './documents';
import { HealthSign } from './health-sign';
import { IntegrationForm } from './integration-form';
import styles from './integrations.module.css';
import { RemoveIntegration } from './remove-integration';

/** One integration: its settings, a test of them, and its end. Without `id` a new one of the plugin. */
export function IntegrationPage({
  id,
  pluginKey,
  testNow = false,
}: {
  id?: string;
  pluginKey?: string;
  testNow?: boolean;
}) {
  const t = useTranslations('integrations');
  const ui = useTranslations('ui');
  const [{ data, error }, read] = useQuery({ query: integrationsPage });
  const integration = unmask<IntegrationViewFragment>(data?.integrations.find((each) => each.id === id));
  const plugin = integration?.plugin ?? data?.plugins.find((each) => each.key === pluginKey && each.enabled);
  const routes = data?.channelRoutes.filter((route) => route.integration?.id === id) ?? [];
  return (
    <>
      <PageBar
        title={integration?.name ?? (plugin ? t('newOf', { plugin: plugin.title }) : t('title'))}
        facts={integration && <HealthSign health={integration.health} />}
        actions={<ButtonLink href="/integrations">{t('back')}</ButtonLink>}
      />
      <AdminsAndHr>
        <PageBody width={720}>
          {error && !data && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
          {!data && !error && <SkeletonRows count={5} height={56} label={ui('loading')} />}
          {data && !plugin && (
            <Empty title={t('gone')} action={<ButtonLink href="/integrations">{t('back')}</ButtonLink>}>
              {t('goneNext')}
            </Empty>
          )}
          {plugin && (
            <>
              {integration && <p className={styles.lead}>{t('ofPlugin', { plugin: plugin.title })}</p>}
              <IntegrationForm
                key={integration?.id ?? plugin.id}
                plugin={plugin}
                integration={integration ?? undefined}
                testNow={testNow}
              />
            </>
          )}
          {integration && (
            <RemoveIntegration integration={integration} channels={routes.map((route) => route.channel)} />
          )}
        </PageBody>
      </AdminsAndHr>
    </>
  );
}

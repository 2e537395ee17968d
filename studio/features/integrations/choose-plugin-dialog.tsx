'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import type { IntegrationsPageQuery } from '@/gql/graphql';
import styles from './integrations.module.css';
import { needsIntegration } from './needs-integration';

/** Which plugin the new integration is of: those that are enabled and reach something outside. */
export function ChoosePluginDialog({
  plugins,
  onClose,
}: {
  plugins: IntegrationsPageQuery['plugins'];
  onClose: () => void;
}) {
  const t = useTranslations('integrations');
  const useful = plugins.filter((plugin) => plugin.enabled && plugin.status === 'READY' && needsIntegration(plugin));
  return (
    <Dialog
      title={t('choosePlugin')}
      onClose={onClose}
      footer={<ButtonLink href="/plugins">{t('otherPlugins')}</ButtonLink>}
    >
      {useful.length === 0 ? (
        <p>{t('noPlugin')}</p>
      ) : (
        <ul className={styles.choices}>
          {useful.map((plugin) => (
            <li key={plugin.id}>
              <Link className={styles.choice} href={`/integrations/new?plugin=${encodeURIComponent(plugin.key)}`}>
                <strong>{plugin.title}</strong>
                <span>{plugin.description}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

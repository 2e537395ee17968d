'use client';
import { useTranslations } from 'next-intl';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { Note } from '@/features/ui/note';
import { Tag } from '@/features/ui/tag';
import type { ContributionKind, PluginViewFragment } from '@/gql/graphql';
import { Permissions } from './permissions';
import styles from './plugins.module.css';

const KINDS = [
  'REMINDER_RULE',
  'SCORER',
  'CHANNEL',
  'CONNECTOR',
  'INBOUND',
] as const satisfies readonly ContributionKind[];

/** One plugin: title, state, what it adds, what it may do, how far it is kept apart. */
export function PluginRow({
  plugin,
  onAsk,
}: {
  plugin: PluginViewFragment;
  onAsk: (about: 'enable' | 'disable') => void;
}) {
  const t = useTranslations('plugins');
  const { has } = useSession();
  const isBroken = plugin.status === 'BROKEN';
  const needsConsent = plugin.enabled && !plugin.consented;
  const adds = KINDS.flatMap((kind) => {
    const titles = plugin.contributes.filter((each) => each.kind === kind).map((each) => each.title);
    return titles.length > 0 ? [{ kind, titles }] : [];
  });
  return (
    <li className={styles.plugin} data-testid={`plugin-${plugin.key}`}>
      <div className={styles.head}>
        <h2 className={styles.title}>{plugin.title}</h2>
        <Tag>{plugin.version}</Tag>
        <State plugin={plugin} />
      </div>
      <p className={styles.text}>{plugin.description}</p>
      {has('ADMIN') && plugin.key !== 'core' && !isBroken && (
        <div className={styles.actions}>
          {plugin.enabled && !needsConsent ? (
            <Button onClick={() => onAsk('disable')}>{t('disable')}</Button>
          ) : (
            <Button look={needsConsent ? 'primary' : 'plain'} aria-haspopup="dialog" onClick={() => onAsk('enable')}>
              {needsConsent ? t('consentAgain') : t('enable')}
            </Button>
          )}
        </div>
      )}
      <dl className={styles.facts}>
        {adds.length > 0 && <dt>{t('adds')}</dt>}
        {adds.length > 0 && (
          <dd>
            {adds.map(({ kind, titles }) => (
              <div key={kind}>{t(`kinds.${kind}`, { titles: titles.join(t('comma')) })}</div>
            ))}
          </dd>
        )}
        <dt>{t('may')}</dt>
        <dd>
          <Permissions permissions={plugin.permissions} configSchema={plugin.configSchema} />
        </dd>
        <dt>{t('apart')}</dt>
        <dd>
          {plugin.isolationNote
            ? t('isolationSaid', { level: plugin.isolation, note: plugin.isolationNote })
            : plugin.isolation >= 2
              ? t('isolation.2')
              : plugin.isolation === 1
                ? t('isolation.1')
                : t('isolation.0')}
        </dd>
        {plugin.usedByPlans > 0 && <dt>{t('used')}</dt>}
        {plugin.usedByPlans > 0 && <dd>{t('usedBy', { count: plugin.usedByPlans })}</dd>}
      </dl>
      {plugin.problem && (
        <div className={styles.note}>
          <Note tone={isBroken ? 'danger' : 'warn'} title={isBroken ? t('broken') : t('trouble')}>
            {plugin.problem}
          </Note>
        </div>
      )}
      {needsConsent && (
        <div className={styles.note}>
          <Note tone="warn" title={t('asksMore')}>
            {t('asksMoreText')}
          </Note>
        </div>
      )}
      {!plugin.enabled && !isBroken && plugin.usedByPlans > 0 && (
        <div className={styles.note}>
          <Note tone="warn" title={t('degraded', { count: plugin.usedByPlans })}>
            {t('degradedText')}
          </Note>
        </div>
      )}
    </li>
  );
}

function State({ plugin }: { plugin: PluginViewFragment }) {
  const t = useTranslations('plugins.states');
  if (plugin.status === 'BROKEN') return <Tag tone="danger">{t('broken')}</Tag>;
  if (!plugin.enabled || plugin.status === 'DISABLED') return <Tag>{t('disabled')}</Tag>;
  switch (plugin.health) {
    case 'broken':
      return <Tag tone="danger">{t('broken')}</Tag>;
    case 'backing-off':
      return <Tag tone="warn">{t('backingOff')}</Tag>;
    default:
      return <Tag tone="soft">{plugin.key === 'core' ? t('builtIn') : t('enabled')}</Tag>;
  }
}

'use client';
import { useLocale, useTranslations } from 'next-intl';
import { byName } from '@/features/i18n/by-name';
import type { ExperimentViewFragment } from '@/gql/graphql';
import styles from './experiment-page.module.css';
import { Panel } from './panel';

/** While it runs: what those measured so far could show, and who still has no outcome. Nothing of the result. */
export function Outlook({ experiment }: { experiment: ExperimentViewFragment }) {
  const t = useTranslations('experiments');
  const locale = useLocale();
  const { outlook, members } = experiment;
  if (!outlook) return null;
  const missing = members.filter(({ measured }) => !measured).toSorted(byName(locale, ({ person }) => person.name));
  return (
    <Panel title={t('outlook.title')} lead={t('outlook.lead')}>
      <p className={styles.text} data-testid="outlook">
        {outlook.sentence}
      </p>
      {missing.length > 0 && (
        <details className={styles.more}>
          <summary>{t('outlook.unmeasured', { count: missing.length })}</summary>
          <p className={styles.text}>{missing.map(({ person }) => person.name).join(t('separator'))}</p>
        </details>
      )}
    </Panel>
  );
}

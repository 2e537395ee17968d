import { useTranslations } from 'next-intl';
import { settingsInWords } from '../rules/settings-in-words';
import styles from './inspector.module.css';

/** A rule whose plugin is not here: what it is and how it is set, in words. Its settings stay to the letter. */
export function NotInstalled({ use, value }: { use: string; value: Readonly<Record<string, unknown>> }) {
  const t = useTranslations('designer.rules');
  const [plugin = use, rule = ''] = use.split('/');
  const words = { yes: t('yes'), no: t('no'), comma: t('comma'), parts: (count: number) => t('parts', { count }) };
  const settings = settingsInWords(value, words);
  return (
    <div className={styles.fields} data-testid="not-installed">
      <p className={styles.hint}>{t('notHereText', { rule, plugin })}</p>
      {settings.length > 0 && (
        <dl className={styles.kept}>
          {settings.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

import { useTranslations } from 'next-intl';
import { Note } from '@/features/ui/note';
import styles from '../people.module.css';
import type { EachPerson } from './use-each-person';

/** How far an act for several people has come, and who was left out. */
export function EachOutcome({ each, count }: { each: EachPerson; count: number }) {
  const t = useTranslations('people.many');
  return (
    <>
      {(each.command.pending || each.done > 0) && (
        <p className={styles.quiet} aria-live="polite">
          {t('progress', { done: each.done, count })}
        </p>
      )}
      {each.refused.length > 0 && (
        <Note tone="warn" title={t('refused', { count: each.refused.length })}>
          <ul className={styles.refused}>
            {each.refused.map(({ person, message }) => (
              <li key={person.id}>
                <strong>{person.name}</strong> {message}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}

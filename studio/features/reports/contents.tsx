import { useTranslations } from 'next-intl';
import styles from './reports.module.css';

/** Chapters of a report in their order; a chapter's number is its place here, and the answer is the first. */
export const CHAPTERS = [
  'answer',
  'flow',
  'process',
  'outcomes',
  'correlations',
  'items',
  'mentors',
  'findings',
  'trust',
  'methods',
] as const;
export type Chapter = (typeof CHAPTERS)[number];

export const numberOf = (chapter: Chapter): number => CHAPTERS.indexOf(chapter) + 1;

/** The way to every chapter, beside the report on wide screens. */
export function Contents() {
  const t = useTranslations('reports');
  return (
    <nav className={styles.contents} aria-label={t('contents')}>
      <ol>
        {CHAPTERS.map((chapter) => (
          <li key={chapter}>
            <a href={`#${chapter}`}>{t(`${chapter}.title`)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

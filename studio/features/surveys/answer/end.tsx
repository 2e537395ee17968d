'use client';
import { CalendarX2, CircleCheck, Unlink } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { dateWords } from '@/features/time/words';
import { ButtonLink } from '@/features/ui/button';
import styles from './end.module.css';
import type { Shut } from './kept-answers';

const ICONS = { thanks: CircleCheck, answered: CircleCheck, closed: CalendarX2, dead: Unlink } as const;

/** Nothing to answer: it was done, is over, or the link leads nowhere; each says what to do next. */
export function End({
  why,
  closedOn,
  next,
}: {
  why: Shut;
  closedOn?: string | undefined;
  /** The next person that the same respondent is asked about. */
  next?: { about: string; token: string } | undefined;
}) {
  const t = useTranslations('survey.end');
  const locale = useLocale();
  const Icon = ICONS[why];
  return (
    <div className={styles.end} data-why={why} data-testid={`survey-${why}`} role="status">
      <Icon size={40} strokeWidth={1.5} aria-hidden className={styles.icon} />
      <h1 className={styles.title}>
        {why === 'closed' && closedOn
          ? t('closedOn', { date: dateWords(closedOn, 'day', locale, 'UTC') })
          : t(`${why}.title`)}
      </h1>
      <p className={styles.text}>{next ? t('more', { about: next.about }) : t(`${why}.text`)}</p>
      {next && (
        <ButtonLink look="primary" size="large" href={`/survey/${encodeURIComponent(next.token)}`} data-testid="next">
          {t('next', { about: next.about })}
        </ButtonLink>
      )}
    </div>
  );
}

'use client';
import { shareText, wholePercent } from '@planwright/schema/figures';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { useNow } from '@/features/time/clock';
import { useTimeWords } from '@/features/time/use-time-words';
import type { BoardFiguresFragment } from '@/gql/graphql';
import { boardBefore } from './board-documents';
import type { Counters } from './board-state';
import styles from './figures.module.css';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A day before the running hour: the same question for an hour, so that the answer can be kept. */
const dayBefore = (now: Date): string =>
  new Date(Math.floor((now.getTime() - DAY_MS) / HOUR_MS) * HOUR_MS).toISOString();

const points = (now: number | null | undefined, before: number | null | undefined): number | undefined =>
  now == null || before == null ? undefined : wholePercent(now) - wholePercent(before);

/** The figures on top of a board, each with what it is made of and its change since yesterday. */
export function Figures({ cohortId, counters: masked }: { cohortId: string; counters: Counters }) {
  const counters = unmask<BoardFiguresFragment>(masked);
  const t = useTranslations('board');
  const { left } = useTimeWords();
  const [{ data }] = useQuery({ query: boardBefore, variables: { id: cohortId, asOf: dayBefore(useNow()) } });
  const yesterday = data?.board?.counters;
  // Against a day when nobody was in the cohort there is no change to speak of.
  const before = yesterday && yesterday.people > 0 ? yesterday : undefined;
  const share = (count: number, of: number) => (of === 0 ? '–' : shareText(count / of));
  const since = (change: number | undefined) =>
    change === undefined || change === 0
      ? undefined
      : t('sinceYesterday', { change: `${change > 0 ? '+' : '−'}${Math.abs(change)}` });
  const overdueChange = before ? counters.overdue - before.overdue : undefined;

  return (
    <dl className={styles.figures} data-testid="board-figures">
      <Figure
        name={t('figure.completion')}
        value={share(counters.doneCount, counters.doneOf)}
        notes={[
          t('of', { count: counters.doneCount, of: counters.doneOf }),
          since(points(counters.completion, before?.completion)),
        ]}
      />
      <Figure
        name={t('figure.onTime')}
        value={share(counters.onTimeCount, counters.onTimeOf)}
        notes={[
          t('of', { count: counters.onTimeCount, of: counters.onTimeOf }),
          since(points(counters.onTime, before?.onTime)),
        ]}
      />
      <Figure
        name={t('figure.feedback')}
        value={share(counters.feedbackCount, counters.feedbackOf)}
        notes={[
          counters.feedbackOf > 0 && t('inTime', { share: share(counters.feedbackInTimeCount, counters.feedbackOf) }),
          since(points(counters.feedbackGiven, before?.feedbackGiven)),
        ]}
      />
      <Figure
        name={t('figure.overdue')}
        value={String(counters.overdue)}
        alarming={counters.overdue > 0}
        notes={[counters.overdue > 0 && t('people', { count: counters.overduePeople }), since(overdueChange)]}
      />
      <Figure
        name={t('figure.waiting')}
        value={String(counters.waiting)}
        notes={[counters.nextFeedbackDueAt && t('soonest', { left: left(counters.nextFeedbackDueAt) })]}
      />
      <Figure
        name={t('figure.people')}
        value={String(counters.people)}
        notes={[t('finished', { count: counters.finished })]}
      />
    </dl>
  );
}

function Figure({
  name,
  value,
  notes,
  alarming,
}: {
  name: string;
  value: string;
  notes: (string | false | null | undefined)[];
  alarming?: boolean;
}) {
  return (
    <div className={styles.figure}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value} data-alarming={alarming || undefined}>
        {value}
      </dd>
      <dd className={styles.note}>{notes.filter(Boolean).join(' · ')}</dd>
    </div>
  );
}

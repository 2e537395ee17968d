import { useTranslations } from 'next-intl';
import { useTimeWords } from '@/features/time/use-time-words';
import type { DeputyPeriodShownFragment } from '@/gql/graphql';

/** “until 12 December”, “from 3 to 12 December”. */
export function usePeriodWords(): (period: Pick<DeputyPeriodShownFragment, 'from' | 'until' | 'running'>) => string {
  const t = useTranslations('deputy');
  const words = useTimeWords();
  return ({ from, until, running }) => {
    const day = (date: string) => words.date(date, 'full');
    if (until == null) return running ? t('open') : t('openFrom', { from: day(from) });
    return running ? t('lastsUntil', { until: day(until) }) : t('fromUntil', { from: day(from), until: day(until) });
  };
}

'use client';
import { useTranslations } from 'next-intl';
import { figure, signed } from '@/features/charts/figures';
import { useTimeWords } from '@/features/time/use-time-words';
import { Cell, Table } from '@/features/ui/table';
import type { ExperimentViewFragment } from '@/gql/graphql';
import styles from './experiment-page.module.css';
import { Panel } from './panel';

/** What came after the results were opened: told beside them, with what it would say. The verdict stays. */
export function LaterValues({ experiment }: { experiment: ExperimentViewFragment }) {
  const t = useTranslations('experiments');
  const { date } = useTimeWords();
  const { laterValues, results } = experiment;
  if (!results.some(({ later }) => later)) return null;
  const value = (number: number | null | undefined) => (number == null ? '–' : figure(number));
  return (
    <Panel title={t('later.title')} lead={t('later.lead')}>
      {results.map(({ arm, later }) =>
        later ? (
          <p key={arm.version.id} className={styles.text} data-testid="later-estimate">
            {later.low == null || later.high == null
              ? t('later.none', { number: arm.version.number })
              : t('later.estimate', {
                  number: arm.version.number,
                  estimate: signed(later.estimate ?? 0),
                  low: signed(later.low),
                  high: signed(later.high),
                })}
          </p>
        ) : null,
      )}
      {laterValues.length > 0 && (
        <details className={styles.more}>
          <summary>{t('later.show', { count: laterValues.length })}</summary>
          <Table
            caption={t('later.title')}
            heads={[t('members.person'), t('later.what'), t('later.before'), t('later.after'), t('later.recorded')]}
          >
            <tbody>
              {laterValues.map(({ person, baseline, before, after, recordedAt, recordedBy }) => (
                <tr key={`${person.id} ${baseline}`}>
                  <Cell>{person.name}</Cell>
                  <Cell label={t('later.what')}>{t(baseline ? 'later.baseline' : 'later.outcome')}</Cell>
                  <Cell label={t('later.before')}>{value(before)}</Cell>
                  <Cell label={t('later.after')}>{value(after)}</Cell>
                  <Cell label={t('later.recorded')}>
                    {recordedAt
                      ? t('later.by', { date: date(recordedAt, 'full'), name: recordedBy?.name ?? '–' })
                      : '–'}
                  </Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </details>
      )}
    </Panel>
  );
}

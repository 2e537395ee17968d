'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { asTitle } from '@/features/outcomes/metric';
import { Button } from '@/features/ui/button';
import { FailureNote } from '@/features/ui/failure-note';
import type { BaselineMetricsQuery } from '@/gql/graphql';
import { baselineMetrics } from '../cohort-documents';
import styles from './baseline.module.css';
import { BaselineTable } from './baseline-table';
import type { Cell, Typed } from './baseline-values';

export type BaselineMetric = BaselineMetricsQuery['metrics'][number];

/** Where people stand today, to compare the outcome with: metrics are chosen, values are typed or pasted. */
export function BaselineFields({
  people,
  chosen,
  onChoose,
  typed,
  onType,
  wrongAt,
}: {
  people: readonly { id: string; name: string }[];
  chosen: readonly BaselineMetric[];
  onChoose: (metrics: BaselineMetric[]) => void;
  typed: Typed;
  onType: (typed: Typed) => void;
  wrongAt: (cell: Cell) => string | undefined;
}) {
  const t = useTranslations('cohorts.baseline');
  const [{ data, error }, retry] = useQuery({ query: baselineMetrics });
  const left = (data?.metrics ?? []).filter(
    ({ key, source }) => source === 'RECORDED' && !chosen.some((metric) => metric.key === key),
  );
  const add = (key: string) => {
    const metric = left.find((each) => each.key === key);
    if (metric) onChoose([...chosen, metric]);
  };
  return (
    <fieldset className={styles.baseline}>
      <legend className={styles.legend}>{t('title')}</legend>
      <p className={styles.hint}>{t('hint')}</p>
      {error && !data && <FailureNote error={error} retry={() => retry({ requestPolicy: 'network-only' })} />}
      <div className={styles.chosen}>
        {chosen.map(({ key, title }) => (
          <Button
            key={key}
            icon={<X size={14} aria-hidden />}
            aria-label={t('remove', { metric: asTitle(title) })}
            onClick={() => onChoose(chosen.filter((metric) => metric.key !== key))}
          >
            {asTitle(title)}
          </Button>
        ))}
        {left.length > 0 && (
          <label className={styles.add}>
            <Plus size={16} aria-hidden />
            <span className="visually-hidden">{t('add')}</span>
            <select value="" onChange={(event) => add(event.target.value)} data-testid="add-baseline">
              <option value="">{t('add')}</option>
              {left.map(({ key, title }) => (
                <option key={key} value={key}>
                  {asTitle(title)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {chosen.length > 0 && people.length > 0 && (
        <BaselineTable people={people} metrics={chosen} typed={typed} onType={onType} wrongAt={wrongAt} />
      )}
      {chosen.length > 0 && people.length === 0 && <p className={styles.hint}>{t('peopleFirst')}</p>}
    </fieldset>
  );
}

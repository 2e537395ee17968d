import { useTranslations } from 'next-intl';
import { ChoicePicker } from '@/features/pickers/choice-picker';
import { CohortPicker } from '@/features/pickers/cohort-picker';
import { Button } from '@/features/ui/button';
import { Field } from '@/features/ui/field';
import type { CohortChoiceFragment, ReportChoicesQuery } from '@/gql/graphql';
import styles from '../reports.module.css';
import { isNarrowed, type ReportFilter } from './filter-address';

type Plan = ReportChoicesQuery['plans']['edges'][number]['node'];

/** Plan, cohort and period. Choosing a plan offers its cohorts alone. */
export function Filters({
  filter,
  onChange,
  plans,
  cohorts,
}: {
  filter: ReportFilter;
  onChange: (filter: ReportFilter) => void;
  plans: readonly Plan[];
  cohorts: readonly CohortChoiceFragment[];
}) {
  const t = useTranslations('reports');
  const ofPlan = filter.plan === undefined ? cohorts : cohorts.filter(({ plan }) => plan.key === filter.plan);
  const set = (name: keyof ReportFilter, value: string) => {
    const rest: ReportFilter = { ...filter };
    delete rest[name];
    if (name === 'plan') delete rest.cohort;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <search className={styles.filters}>
      <ChoicePicker
        label={t('filter.plan')}
        placeholder={t('filter.everyPlan')}
        choices={plans.map(({ key, title }) => ({ value: key, label: title }))}
        value={filter.plan ?? ''}
        onChange={(key) => set('plan', key)}
        clearable
      />
      <CohortPicker
        label={t('filter.cohort')}
        placeholder={t('filter.everyCohort')}
        cohorts={ofPlan}
        value={filter.cohort ?? ''}
        onChange={(id) => set('cohort', id)}
        clearable
      />
      <Field label={t('filter.from')}>
        {(control) => (
          <input
            {...control}
            type="date"
            max={filter.until}
            value={filter.from ?? ''}
            onChange={(event) => set('from', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('filter.until')}>
        {(control) => (
          <input
            {...control}
            type="date"
            min={filter.from}
            value={filter.until ?? ''}
            onChange={(event) => set('until', event.target.value)}
          />
        )}
      </Field>
      {isNarrowed(filter) && (
        <Button look="quiet" onClick={() => onChange({})}>
          {t('filter.clear')}
        </Button>
      )}
    </search>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { Field } from '@/features/ui/field';
import type { DatePolicy, NewItemPolicy } from '@/gql/graphql';
import styles from './migration.module.css';

export interface MigrationPolicy {
  dates: DatePolicy;
  newItems: NewItemPolicy;
}

export const DEFAULT_POLICY: MigrationPolicy = { dates: 'KEEP', newItems: 'WAIVE_IF_PAST' };

const DATES = ['KEEP', 'RECOMPUTE', 'LATER_OF_BOTH'] as const satisfies readonly DatePolicy[];
const NEW_ITEMS = ['WAIVE_IF_PAST', 'REQUIRE'] as const satisfies readonly NewItemPolicy[];

/** What becomes of given dates, and of items that the old version did not have. */
export function MigrationOptions({
  value,
  onChange,
}: {
  value: MigrationPolicy;
  onChange: (value: MigrationPolicy) => void;
}) {
  const t = useTranslations('migration');
  return (
    <div className={styles.options}>
      <Field label={t('dates')}>
        {(control) => (
          <select
            {...control}
            value={value.dates}
            onChange={(event) => {
              const dates = DATES.find((each) => each === event.target.value);
              if (dates) onChange({ ...value, dates });
            }}
            data-testid="dates-policy"
          >
            {DATES.map((each) => (
              <option key={each} value={each}>
                {t(`datePolicies.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('newItems')}>
        {(control) => (
          <select
            {...control}
            value={value.newItems}
            onChange={(event) => {
              const newItems = NEW_ITEMS.find((each) => each === event.target.value);
              if (newItems) onChange({ ...value, newItems });
            }}
            data-testid="new-items-policy"
          >
            {NEW_ITEMS.map((each) => (
              <option key={each} value={each}>
                {t(`newItemPolicies.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

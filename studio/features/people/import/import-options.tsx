'use client';
import { useTranslations } from 'next-intl';
import { Check } from '@/features/ui/check';
import { Field } from '@/features/ui/field';
import { Segmented } from '@/features/ui/segmented';
import type { PeopleImportInput, PeopleImportViewFragment } from '@/gql/graphql';
import styles from './import.module.css';

export type ImportWishes = Pick<
  PeopleImportInput,
  'columns' | 'missing' | 'leaverEnrolments' | 'allOrNothing' | 'createUnits'
>;

const COLUMNS_NAMED_BY_US = /^fact\./;

/** What was asked for when this was looked at. Columns stay as they were taken. */
export const wishesOf = (shown: PeopleImportViewFragment): ImportWishes => ({
  columns: shown.columns.flatMap(({ column, letter }) =>
    column && !COLUMNS_NAMED_BY_US.test(column) ? [{ column, letter }] : [],
  ),
  missing: shown.whenMissing,
  ...(shown.leaverEnrolments ? { leaverEnrolments: shown.leaverEnrolments } : {}),
  allOrNothing: shown.allOrNothing,
  createUnits: shown.createUnits,
});

const UNKNOWN = new Set(['UNKNOWN_DEPARTMENT', 'UNKNOWN_JOB_ROLE']);
const ENROLMENTS = ['PAUSE', 'CANCEL', 'KEEP'] as const;

/** How the file is taken. Each change shows at once what comes of it. */
export function ImportOptions({
  shown,
  busy,
  onChange,
}: {
  shown: PeopleImportViewFragment;
  busy: boolean;
  onChange: (wishes: Partial<ImportWishes>) => void;
}) {
  const t = useTranslations('peopleImport');
  const unknown = shown.problems.filter(({ code }) => UNKNOWN.has(code)).length;
  return (
    <div className={styles.options} aria-busy={busy || undefined}>
      {shown.mayCreateUnits && (unknown > 0 || shown.createUnits) && (
        <Check
          name="createUnits"
          checked={shown.createUnits}
          disabled={busy}
          onCheck={(createUnits) => onChange({ createUnits })}
        >
          <span>
            {t('createUnits')}
            {unknown > 0 && <span className={styles.hint}> {t('unknownUnits', { count: unknown })}</span>}
          </span>
        </Check>
      )}
      <Check
        name="allOrNothing"
        checked={shown.allOrNothing}
        disabled={busy}
        onCheck={(allOrNothing) => onChange({ allOrNothing })}
      >
        <span>
          {t('allOrNothing')}
          <span className={styles.hint}> {t('allOrNothingHint')}</span>
        </span>
      </Check>
      {(shown.missing > 0 || shown.whenMissing === 'DEACTIVATE') && (
        <Segmented
          label={t('missing', { count: shown.missing })}
          value={shown.whenMissing}
          onChange={(missing) => onChange({ missing })}
          options={[
            { value: 'KEEP', label: t('missingKeep') },
            { value: 'DEACTIVATE', label: t('missingDeactivate') },
          ]}
        />
      )}
      {shown.whenMissing === 'DEACTIVATE' && (
        <Field label={t('enrolments')}>
          {(control) => (
            <select
              {...control}
              name="leaverEnrolments"
              disabled={busy}
              value={shown.leaverEnrolments ?? ''}
              onChange={({ target: { value } }) =>
                onChange({ leaverEnrolments: ENROLMENTS.find((each) => each === value) ?? null })
              }
            >
              <option value="">{t('enrolmentsAsSet')}</option>
              {ENROLMENTS.map((each) => (
                <option key={each} value={each}>
                  {t(`enrolmentsOf.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </div>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { Check } from '@/features/ui/check';
import { Field } from '@/features/ui/field';
import { isMonths, type RuleDraft } from './rule-draft';
import styles from './rules.module.css';

const TRIGGERS = ['JOINING', 'PROMOTION', 'WEEKLY'] as const;
const CHOICES = {
  cohorts: ['ONE', 'MONTHLY', 'QUARTERLY'],
  startsOn: ['EVENT_DAY', 'NEXT_MONDAY'],
  mentorRule: ['NONE', 'LEAST_LOADED', 'SAME_DEPARTMENT'],
  leaving: ['KEEP', 'PAUSE', 'CANCEL'],
} as const satisfies { [Key in keyof RuleDraft]?: readonly RuleDraft[Key][] };

/** The fields of a rule. */
export function RuleFields({
  draft,
  readOnly,
  errorAt,
  onChange,
}: {
  draft: RuleDraft;
  readOnly: boolean;
  errorAt: (field: string) => string | undefined;
  onChange: (draft: RuleDraft) => void;
}) {
  const t = useTranslations('enrolmentRule');
  const choice = <Key extends keyof typeof CHOICES>(key: Key, words: string = key) => (
    <Field label={t(`${words}.label`)} hint={t(`${words}.hint`)} error={errorAt(key)}>
      {(control) => (
        <select
          {...control}
          name={key}
          disabled={readOnly}
          value={draft[key]}
          onChange={(event) => {
            const chosen = CHOICES[key].find((value) => value === event.target.value);
            if (chosen) onChange({ ...draft, [key]: chosen });
          }}
        >
          {CHOICES[key].map((value) => (
            <option key={value} value={value}>
              {t(`${words}.${value}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const months = draft.againAfterMonths.trim();
  return (
    <div className={styles.form}>
      <fieldset className={styles.triggers}>
        <legend className={styles.legend}>{t('triggers.label')}</legend>
        {TRIGGERS.map((trigger) => (
          <Check
            key={trigger}
            name={trigger}
            disabled={readOnly}
            checked={draft.triggers.includes(trigger)}
            onCheck={(isOn) =>
              onChange({
                ...draft,
                triggers: TRIGGERS.filter((one) => (one === trigger ? isOn : draft.triggers.includes(one))),
              })
            }
          >
            {t(`triggers.${trigger}`)}
          </Check>
        ))}
        {draft.triggers.length === 0 && <span className={styles.error}>{t('triggers.none')}</span>}
      </fieldset>
      <Field label={t('from.label')} hint={t('from.hint')} error={errorAt('from')}>
        {(control) => (
          <input
            {...control}
            name="from"
            type="date"
            required
            readOnly={readOnly}
            value={draft.from}
            onChange={(event) => onChange({ ...draft, from: event.target.value })}
          />
        )}
      </Field>
      {choice('cohorts')}
      {choice('startsOn')}
      {choice('mentorRule')}
      {choice('leaving')}
      <Field
        label={t('again.label')}
        hint={t('again.hint')}
        error={errorAt('againAfterMonths') ?? (months === '' || isMonths(months) ? undefined : t('again.range'))}
      >
        {(control) => (
          <input
            {...control}
            name="againAfterMonths"
            inputMode="numeric"
            readOnly={readOnly}
            value={draft.againAfterMonths}
            onChange={(event) => onChange({ ...draft, againAfterMonths: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { spanText } from '@/features/time/span';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { Segmented } from '@/features/ui/segmented';
import type { PlanItemFragment } from '@/gql/graphql';
import styles from './my-plan.module.css';
import { minutesFrom, USUAL_MINUTES } from './time-spent';

/** Marks something as done, and asks how long it took: one tap for the usual answers, none at all for those in a hurry. */
export function DoneSheet({
  item,
  onClose,
  onDone,
}: {
  item: PlanItemFragment;
  onClose: () => void;
  onDone: (input: { minutes?: number }) => void;
}) {
  const t = useTranslations('myPlan');
  const locale = useLocale();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const change = (text: string) => {
    setTyped(text);
    setWrong(false);
  };
  const submit = () => {
    const minutes = minutesFrom(typed);
    if (minutes === 'wrong') setWrong(true);
    else onDone(minutes === undefined ? {} : { minutes });
  };
  return (
    <FormDialog
      title={t('doneSheet', { title: item.title })}
      action={t('complete')}
      testId="mark-done"
      onSubmit={submit}
      onClose={onClose}
      byEnter
      noValidate
      focusAction
    >
      <div className={styles.question}>
        <span className={styles.questionText} aria-hidden>
          {t('timeSpent')}
        </span>
        <Segmented
          label={t('timeSpent')}
          options={USUAL_MINUTES.map((minutes) => ({ value: String(minutes), label: spanText(minutes, locale) }))}
          value={typed.trim()}
          onChange={change}
        />
      </div>
      <Field
        label={t('timeInMinutes')}
        hint={item.minutes ? t('timePlanned', { time: spanText(item.minutes, locale) }) : undefined}
        error={isWrong ? t('timeWrong') : undefined}
      >
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            value={typed}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </Field>
      <p className={styles.quiet}>{t('timeWhy')}</p>
    </FormDialog>
  );
}

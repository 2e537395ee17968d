'use client';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { spanText } from '@/features/time/span';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { Field } from '@/features/ui/field';
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
  const ui = useTranslations('ui');
  const locale = useLocale();
  const form = useId();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const change = (text: string) => {
    setTyped(text);
    setWrong(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const minutes = minutesFrom(typed);
    if (minutes === 'wrong') setWrong(true);
    else onDone(minutes === undefined ? {} : { minutes });
  };
  return (
    <Dialog
      title={t('doneSheet', { title: item.title })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" type="submit" form={form} data-autofocus data-testid="mark-done">
            {t('complete')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.sheet} onSubmit={submit} noValidate>
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
      </form>
    </Dialog>
  );
}

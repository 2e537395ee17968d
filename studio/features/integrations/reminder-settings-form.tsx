'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/features/api/use-change';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { useToast } from '@/features/ui/toast';
import type { RoutingPageQuery } from '@/gql/graphql';
import { setReminderSettings } from './documents';
import styles from './integrations.module.css';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const wordsIn = (text: string): string[] =>
  text
    .split(/[\s,，、;；]+/)
    .map((word) => word.trim())
    .filter(Boolean);

/** When messages may arrive, how they are bundled, and how many a day are enough for one person. */
export function ReminderSettingsForm({ settings }: { settings: RoutingPageQuery['reminderSettings'] }) {
  const t = useTranslations('integrations.settings');
  const all = useTranslations('integrations');
  const toast = useToast();
  const { has } = useSession();
  const readOnly = !has('ADMIN');
  const [quietFrom, setQuietFrom] = useState(settings.quietFrom);
  const [quietUntil, setQuietUntil] = useState(settings.quietUntil);
  const [workingDaysOnly, setWorkingDaysOnly] = useState(settings.workingDaysOnly);
  const [slots, setSlots] = useState(settings.slots.join(' '));
  const [budget, setBudget] = useState(String(settings.dailyBudget));
  const change = useChange(setReminderSettings, (data) => data.setReminderSettings.userErrors);

  const times = wordsIn(slots);
  const dailyBudget = Number(budget);
  const wrongTime = (text: string) => (TIME.test(text) ? undefined : t('time'));
  const wrong = {
    quietFrom: wrongTime(quietFrom),
    quietUntil: wrongTime(quietUntil),
    slots: times.length > 0 && times.every((time) => TIME.test(time)) ? undefined : t('times'),
    dailyBudget: budget !== '' && Number.isInteger(dailyBudget) && dailyBudget >= 1 ? undefined : t('atLeastOne'),
  };
  const errorAt = (field: keyof typeof wrong) =>
    change.wrong.find((each) => each.path.at(-1) === field || each.path.includes(field))?.message ?? wrong[field];
  const isFine = Object.values(wrong).every((each) => each === undefined);
  const line = (field: 'quietFrom' | 'quietUntil', value: string, set: (value: string) => void) => (
    <Field label={t(field)} error={errorAt(field)}>
      {(control) => (
        <input
          {...control}
          inputMode="numeric"
          placeholder="21:00"
          readOnly={readOnly}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Field>
  );

  return (
    <form
      className={styles.section}
      onSubmit={async (event) => {
        event.preventDefault();
        const input = { quietFrom, quietUntil, workingDaysOnly, slots: times, dailyBudget };
        if (isFine && (await change.run({ input }))) toast({ tone: 'ok', text: t('saved') });
      }}
    >
      <h2 className={styles.heading}>{t('title')}</h2>
      <p className={styles.lead}>{t('text')}</p>
      <div className={styles.form}>
        <div className={styles.times}>
          {line('quietFrom', quietFrom, setQuietFrom)}
          {line('quietUntil', quietUntil, setQuietUntil)}
        </div>
        <label className={styles.check}>
          <input
            type="checkbox"
            disabled={readOnly}
            checked={workingDaysOnly}
            onChange={(event) => setWorkingDaysOnly(event.target.checked)}
          />
          {t('workingDaysOnly')}
        </label>
        <Field label={t('slots')} hint={t('slotsHint')} error={errorAt('slots')}>
          {(control) => (
            <input {...control} readOnly={readOnly} value={slots} onChange={(event) => setSlots(event.target.value)} />
          )}
        </Field>
        <Field label={t('dailyBudget')} hint={t('dailyBudgetHint')} error={errorAt('dailyBudget')}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              step={1}
              readOnly={readOnly}
              value={budget}
              onChange={(event) => setBudget(event.target.value)}
            />
          )}
        </Field>
        {change.wrong
          .filter((each) => !each.path.some((part) => part in wrong))
          .map((each) => (
            <Note key={each.code} tone="danger" title={each.message} />
          ))}
        {change.error && <FailureNote error={change.error} safe={all('kept')} />}
        {readOnly ? (
          <p className={styles.lead}>{all('readOnly')}</p>
        ) : (
          <div className={styles.actions}>
            <Button look="primary" type="submit" busy={change.busy} disabled={!isFine}>
              {t('save')}
            </Button>
          </div>
        )}
      </div>
    </form>
  );
}

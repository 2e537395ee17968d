'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { Check } from '@/features/ui/check';
import { CommandErrors } from '@/features/ui/command-errors';
import { Field } from '@/features/ui/field';
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
  const command = useCommand(setReminderSettings);

  const times = wordsIn(slots);
  const dailyBudget = Number(budget);
  const wrongTime = (text: string) => (TIME.test(text) ? undefined : t('time'));
  const wrong = {
    quietFrom: wrongTime(quietFrom),
    quietUntil: wrongTime(quietUntil),
    slots: times.length > 0 && times.every((time) => TIME.test(time)) ? undefined : t('times'),
    dailyBudget: budget !== '' && Number.isInteger(dailyBudget) && dailyBudget >= 1 ? undefined : t('atLeastOne'),
  };
  const wrongAt = (field: keyof typeof wrong) => command.errorAt(field) ?? wrong[field];
  const isFine = Object.values(wrong).every((each) => each === undefined);
  const line = (field: 'quietFrom' | 'quietUntil', value: string, set: (value: string) => void) => (
    <Field label={t(field)} error={wrongAt(field)}>
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
        if (!isFine) return;
        const { kind } = await command.run({ input });
        if (kind === 'done') toast({ tone: 'ok', text: t('saved') });
      }}
    >
      <h2 className={styles.heading}>{t('title')}</h2>
      <p className={styles.lead}>{t('text')}</p>
      <div className={styles.form}>
        <div className={styles.times}>
          {line('quietFrom', quietFrom, setQuietFrom)}
          {line('quietUntil', quietUntil, setQuietUntil)}
        </div>
        <Check disabled={readOnly} checked={workingDaysOnly} onCheck={setWorkingDaysOnly}>
          {t('workingDaysOnly')}
        </Check>
        <Field label={t('slots')} hint={t('slotsHint')} error={wrongAt('slots')}>
          {(control) => (
            <input {...control} readOnly={readOnly} value={slots} onChange={(event) => setSlots(event.target.value)} />
          )}
        </Field>
        <Field label={t('dailyBudget')} hint={t('dailyBudgetHint')} error={wrongAt('dailyBudget')}>
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
        <CommandErrors command={command} shownAt={Object.keys(wrong)} safe={all('kept')} />
        {readOnly ? (
          <p className={styles.lead}>{all('readOnly')}</p>
        ) : (
          <div className={styles.actions}>
            <Button look="primary" type="submit" busy={command.pending} disabled={!isFine}>
              {t('save')}
            </Button>
          </div>
        )}
      </div>
    </form>
  );
}

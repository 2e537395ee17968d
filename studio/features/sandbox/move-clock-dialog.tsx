'use client';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useApi } from '@/features/api/api-provider';
import { inputFromInstant, instantFromInput } from '@/features/enrolment/zoned-input';
import { useSession } from '@/features/session/session';
import { useNow } from '@/features/time/clock';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button, ButtonLink } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { Note } from '@/features/ui/note';
import { ProgressBar } from '@/features/ui/progress-bar';
import { Segmented } from '@/features/ui/segmented';
import type { SandboxBehaviour } from '@/gql/graphql';
import { clockSteps, daysLater } from './clock-steps';
import styles from './sandbox.module.css';
import { useMoveClock } from './use-move-clock';

const WAYS = ['day', 'week', 'twelveWeeks', 'date'] as const;
type Way = (typeof WAYS)[number];
const DAYS: Record<Exclude<Way, 'date'>, number> = { day: 1, week: 7, twelveWeeks: 84 };
const BEHAVIOURS = ['NOBODY', 'DILIGENT', 'MIXED'] as const satisfies readonly SandboxBehaviour[];

/** How far, and what people do meanwhile; while it runs the day it has come to, and at the end what would have gone out. */
export function MoveClockDialog({ workspace, onClose }: { workspace: { timeZone: string }; onClose: () => void }) {
  const t = useTranslations('sandbox');
  const ui = useTranslations('ui');
  const { has } = useSession();
  const { reread } = useApi();
  const zone = workspace.timeZone;
  const { date } = useTimeWords(zone);
  const clock = useNow().toISOString();
  // Where the clock stood when the dialog opened; it goes on ticking below.
  const [now] = useState(clock);
  const [way, setWay] = useState<Way>('week');
  const [local, setLocal] = useState(() => inputFromInstant(daysLater(now, 14), zone).replace(/T.*/, 'T18:00'));
  const [people, setPeople] = useState<SandboxBehaviour>('NOBODY');
  const name = useId();
  const move = useMoveClock();

  const to = way === 'date' ? instantFromInput(local, zone) : daysLater(now, DAYS[way]);
  const steps = to ? clockSteps(now, to) : [];
  const { state } = move;

  if (state.kind === 'running') {
    return (
      <Dialog
        title={t('moving')}
        footer={
          <Button onClick={move.stop} disabled={state.stopping}>
            {state.stopping ? t('stopping') : t('stop')}
          </Button>
        }
      >
        <div className={styles.progress} role="status">
          <ProgressBar share={state.done / state.of} label={t('moving')} height={8} />
          <p>{t('movedTo', { at: date(state.at, 'full') })}</p>
          <p className={styles.quiet}>{t('movingText', { done: state.done, of: state.of })}</p>
        </div>
      </Dialog>
    );
  }
  if (state.kind === 'done') {
    const close = () => {
      reread();
      onClose();
    };
    return (
      <Dialog
        title={t('arrived', { at: date(state.at, 'full') })}
        onClose={close}
        footer={
          <>
            <Button onClick={close}>{ui('close')}</Button>
            {has('ADMIN', 'HR') && (
              <ButtonLink look="primary" href="/messages" onClick={close}>
                {t('seeMessages')}
              </ButtonLink>
            )}
          </>
        }
      >
        <p>{state.messages === undefined ? t('arrivedText') : t('arrivedMessages', { count: state.messages })}</p>
        {state.wrong && <Note tone="danger" title={state.wrong} />}
        {state.error && <FailureNote error={state.error} safe={t('keptClock')} />}
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t('moveClock')}
      action={to && steps.length > 0 ? t('moveTo', { at: date(to, 'full') }) : t('move')}
      testId="move-clock"
      canSubmit={steps.length > 0}
      onSubmit={() => move.run({ from: now, steps, people })}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <p className={styles.quiet}>{t('moveText', { now: date(now, 'fullTime') })}</p>
        <Segmented
          label={t('howFar')}
          value={way}
          onChange={setWay}
          options={WAYS.map((value) => ({ value, label: t(`ways.${value}`) }))}
        />
        {way === 'date' && (
          <Field label={t('until')} error={to && steps.length === 0 ? t('onlyForwards') : undefined}>
            {(control) => (
              <input
                {...control}
                type="datetime-local"
                value={local}
                min={inputFromInstant(now, zone)}
                onChange={(event) => setLocal(event.target.value)}
              />
            )}
          </Field>
        )}
        <fieldset className={styles.ways}>
          <legend>{t('meanwhile')}</legend>
          {BEHAVIOURS.map((each) => (
            <label key={each} className={styles.way} data-on={people === each || undefined}>
              <input type="radio" name={name} checked={people === each} onChange={() => setPeople(each)} />
              {t(`behaviours.${each}`)}
              <span>{t(`behaviourText.${each}`)}</span>
            </label>
          ))}
        </fieldset>
      </div>
    </FormDialog>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/features/api/use-change';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { Choices } from './choices';
import { cancelExperiment, stopExperiment } from './documents';
import type { Experiment } from './experiment-page';
import type { Phase } from './phase';

type How = 'stop' | 'cancel';

/** Ends an experiment before its results are opened: with an estimate and no verdict, or without either. */
export function EndDialog({
  experiment,
  phase,
  onClose,
  onDone,
}: {
  experiment: Experiment;
  phase: Phase;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('experiments');
  const ui = useTranslations('ui');
  const kept = useKept(['end-experiment', experiment.id]);
  const reason = kept.text('reason');
  const choices: How[] = phase === 'running' ? ['stop', 'cancel'] : ['cancel'];
  const [how, setHow] = useState<How>(choices[0] ?? 'cancel');
  const [isTried, setTried] = useState(false);
  const stop = useChange(stopExperiment, (data) => data.stopExperiment.userErrors);
  const cancel = useChange(cancelExperiment, (data) => data.cancelExperiment.userErrors);
  const { busy, wrong, error, run } = how === 'stop' ? stop : cancel;
  const missing = isTried && reason.trim() === '' ? t('end.reasonMissing') : undefined;
  const submit = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    if (!(await run({ input: { experimentId: experiment.id, reason } }))) return;
    kept.done();
    onDone();
  };
  return (
    <Dialog
      title={t('end.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" busy={busy} onClick={() => void submit()} data-testid="confirm">
            {t(`end.confirm.${how}`)}
          </Button>
        </>
      }
    >
      <p style={{ margin: 0 }}>{t('end.text')}</p>
      <Choices
        legend={t('end.how')}
        name="how"
        value={how}
        onChange={setHow}
        options={choices.map((value) => ({ value, title: t(`end.${value}`), text: t(`end.${value}Text`) }))}
      />
      <Field label={t('end.reason')} hint={t('end.reasonHint')} error={missing}>
        {(control) => <LongText {...control} data-autofocus maxLength={2000} kept={kept.field('reason')} />}
      </Field>
      {wrong.map(({ message }) => (
        <Note key={message} tone="danger" title={message} />
      ))}
      {error && <FailureNote error={error} safe={t('kept')} />}
    </Dialog>
  );
}

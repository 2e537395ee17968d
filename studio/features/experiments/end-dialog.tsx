'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import type { ExperimentViewFragment } from '@/gql/graphql';
import { Choices } from './choices';
import { cancelExperiment, stopExperiment } from './documents';
import type { Phase } from './phase';

type How = 'stop' | 'cancel';

/** Ends an experiment before its results are opened: with an estimate and no verdict, or without either. */
export function EndDialog({
  experiment,
  phase,
  onClose,
  onDone,
}: {
  experiment: ExperimentViewFragment;
  phase: Phase;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('experiments');
  const kept = useKept(['end-experiment', experiment.id]);
  const reason = kept.text('reason');
  const choices: How[] = phase === 'running' ? ['stop', 'cancel'] : ['cancel'];
  const [how, setHow] = useState<How>(choices[0] ?? 'cancel');
  const [isTried, setTried] = useState(false);
  const stop = useCommand(stopExperiment);
  const cancel = useCommand(cancelExperiment);
  const command = how === 'stop' ? stop : cancel;
  const missing = isTried && reason.trim() === '' ? t('end.reasonMissing') : undefined;
  const submit = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const { kind } = await command.run({ input: { experimentId: experiment.id, reason } });
    if (kind !== 'done') return;
    kept.done();
    onDone();
  };
  return (
    <FormDialog
      title={t('end.title')}
      action={t(`end.confirm.${how}`)}
      testId="confirm"
      command={command}
      safe={t('kept')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('end.text')}</p>
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
    </FormDialog>
  );
}

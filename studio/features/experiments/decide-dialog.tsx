'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { Note } from '@/features/ui/note';
import type { ExperimentDecisionKind, ExperimentViewFragment } from '@/gql/graphql';
import { Choices } from './choices';
import { decideExperiment } from './documents';

/** What HR makes of an experiment that has ended. */
export function DecideDialog({
  experiment,
  onClose,
  onDone,
}: {
  experiment: ExperimentViewFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('experiments');
  const kept = useKept(['decide-experiment', experiment.id]);
  const reason = kept.text('reason');
  const [reference, ...tried] = experiment.arms.map(({ version }) => version);
  const [choice, setChoice] = useState<string>();
  const [isTried, setTried] = useState(false);
  const command = useCommand(decideExperiment);
  const missing = isTried && reason.trim() === '' ? t('decide.reasonMissing') : undefined;
  const submit = async () => {
    setTried(true);
    if (reason.trim() === '' || choice === undefined) return;
    const [decision, versionId] = choice.split(' ') as [ExperimentDecisionKind, string?];
    const input = { experimentId: experiment.id, decision, reason, ...(versionId ? { versionId } : {}) };
    const { kind } = await command.run({ input });
    if (kind !== 'done') return;
    kept.done();
    onDone();
  };
  return (
    <FormDialog
      title={t('decide.title')}
      action={t('decide.confirm')}
      testId="confirm"
      command={command}
      safe={t('kept')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choices
        legend={t('decide.what')}
        name="decision"
        value={choice}
        onChange={setChoice}
        options={[
          ...tried.map(({ id, number }) => ({
            value: `ROLL_OUT ${id}`,
            title: t('decide.ROLL_OUT', { number }),
            text: t('decide.ROLL_OUTText'),
          })),
          {
            value: `KEEP ${reference?.id ?? ''}`,
            title: t('decide.KEEP', { number: reference?.number ?? 0 }),
            text: t('decide.KEEPText'),
          },
          { value: 'REPEAT', title: t('decide.REPEAT'), text: t('decide.REPEATText') },
        ]}
      />
      {isTried && choice === undefined && <Note tone="danger" title={t('decide.missing')} />}
      <Field label={t('decide.reason')} hint={t('decide.reasonHint')} error={missing}>
        {(control) => <LongText {...control} maxLength={2000} kept={kept.field('reason')} />}
      </Field>
    </FormDialog>
  );
}

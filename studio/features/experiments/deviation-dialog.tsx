'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import type { ExperimentViewFragment } from '@/gql/graphql';
import { deviateAllocation } from './documents';

/** Somebody has to run another version than the one drawn for them: logged with its reason, and they stay in their arm. */
export function DeviationDialog({
  experiment,
  member,
  onClose,
  onDone,
}: {
  experiment: ExperimentViewFragment;
  member: ExperimentViewFragment['members'][number];
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('experiments');
  const others = experiment.arms.filter(({ version }) => version.id !== member.version.id);
  const [versionId, setVersionId] = useState(others[0]?.version.id ?? '');
  const kept = useKept(['deviation', experiment.id, member.person.id]);
  const reason = kept.text('reason');
  const [isTried, setTried] = useState(false);
  const command = useCommand(deviateAllocation);
  const missing = isTried && reason.trim() === '' ? t('deviation.reasonMissing') : undefined;
  const submit = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const input = { experimentId: experiment.id, personId: member.person.id, versionId, reason };
    const { kind } = await command.run({ input });
    if (kind !== 'done') return;
    kept.done();
    onDone();
  };
  return (
    <FormDialog
      title={t('deviation.title', { name: member.person.name })}
      action={t('deviation.confirm')}
      command={command}
      shownAt={['versionId', 'reason']}
      safe={t('kept')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('deviation.text', { number: member.version.number })}</p>
      <Field label={t('deviation.to')} error={command.errorAt('versionId')}>
        {(control) => (
          <select {...control} value={versionId} onChange={(event) => setVersionId(event.target.value)}>
            {others.map(({ version }) => (
              <option key={version.id} value={version.id}>
                {t('version', { number: version.number })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t('deviation.reason')}
        hint={t('deviation.reasonHint')}
        error={missing ?? command.errorAt('reason')}
      >
        {(control) => <LongText {...control} data-autofocus maxLength={2000} kept={kept.field('reason')} />}
      </Field>
    </FormDialog>
  );
}

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
import { deviateAllocation } from './documents';
import type { Experiment } from './experiment-page';

/** Somebody has to run another version than the one drawn for them: logged with its reason, and they stay in their arm. */
export function DeviationDialog({
  experiment,
  member,
  onClose,
  onDone,
}: {
  experiment: Experiment;
  member: Experiment['members'][number];
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('experiments');
  const ui = useTranslations('ui');
  const others = experiment.arms.filter(({ version }) => version.id !== member.version.id);
  const [versionId, setVersionId] = useState(others[0]?.version.id ?? '');
  const kept = useKept(['deviation', experiment.id, member.person.id]);
  const reason = kept.text('reason');
  const [isTried, setTried] = useState(false);
  const { busy, wrong, error, run } = useChange(deviateAllocation, (data) => data.deviateAllocation.userErrors);
  const at = (field: string) => wrong.find(({ path }) => path.includes(field))?.message;
  const missing = isTried && reason.trim() === '' ? t('deviation.reasonMissing') : undefined;
  const submit = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const done = await run({ input: { experimentId: experiment.id, personId: member.person.id, versionId, reason } });
    if (!done) return;
    kept.done();
    onDone();
  };
  return (
    <Dialog
      title={t('deviation.title', { name: member.person.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" busy={busy} onClick={() => void submit()}>
            {t('deviation.confirm')}
          </Button>
        </>
      }
    >
      <p style={{ margin: 0 }}>{t('deviation.text', { number: member.version.number })}</p>
      <Field label={t('deviation.to')} error={at('versionId')}>
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
      <Field label={t('deviation.reason')} hint={t('deviation.reasonHint')} error={missing ?? at('reason')}>
        {(control) => <LongText {...control} data-autofocus maxLength={2000} kept={kept.field('reason')} />}
      </Field>
      {wrong
        .filter(({ path }) => !path.includes('versionId') && !path.includes('reason'))
        .map(({ message }) => (
          <Note key={message} tone="danger" title={message} />
        ))}
      {error && <FailureNote error={error} safe={t('kept')} />}
    </Dialog>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { CommandErrors } from '@/features/ui/command-errors';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { createSandbox } from './documents';
import styles from './sandbox.module.css';
import { useEnter } from './use-enter';

/** Names a copy of the workspace in which time can be moved and nobody gets a message, and goes there. */
export function CreateSandboxDialog({ taken, onClose }: { taken: readonly string[]; onClose: () => void }) {
  const t = useTranslations('sandbox');
  const create = useCommand(createSandbox);
  const { enter, busy, command: entering } = useEnter();
  const [name, setName] = useState(() => {
    let number = 1;
    while (taken.includes(t('defaultName', { number }))) number += 1;
    return t('defaultName', { number });
  });
  const [cohorts, setCohorts] = useState(true);
  const submit = async () => {
    const outcome = await create.run({ input: { name: name.trim(), copyPeople: true, copyCohorts: cohorts } });
    const id = outcome.kind === 'done' && outcome.payload.workspace?.id;
    if (id) await enter(id);
  };
  return (
    <FormDialog
      title={t('create')}
      action={t('createAndEnter')}
      command={{ ...create, pending: create.pending || busy !== undefined }}
      shownAt={['name']}
      canSubmit={name.trim() !== ''}
      onSubmit={submit}
      onClose={onClose}
      byEnter
    >
      <p>{t('createText')}</p>
      <ul className={styles.copied}>
        <li>{t('copied')}</li>
        <li>{t('notCopied')}</li>
      </ul>
      <Field label={t('name')} error={create.errorAt('name')}>
        {(control) => (
          <input
            {...control}
            data-autofocus
            name="name"
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <label className={styles.cohorts}>
        <input
          type="checkbox"
          name="cohorts"
          checked={cohorts}
          onChange={(event) => setCohorts(event.target.checked)}
        />
        <span>
          {t('copyCohorts')}
          <small>{t('copyCohortsText')}</small>
        </span>
      </label>
      <CommandErrors command={entering} />
    </FormDialog>
  );
}

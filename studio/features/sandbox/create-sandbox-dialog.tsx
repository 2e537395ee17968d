'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { createSandbox } from './documents';
import styles from './sandbox.module.css';
import { useEnter } from './use-enter';

/** Names a copy of the workspace in which time can be moved and nobody gets a message, and goes there. */
export function CreateSandboxDialog({ taken, onClose }: { taken: readonly string[]; onClose: () => void }) {
  const t = useTranslations('sandbox');
  const ui = useTranslations('ui');
  const [{ fetching, error, data }, create] = useMutation(createSandbox);
  const { enter, busy, message, error: enterError } = useEnter();
  const [name, setName] = useState(() => {
    let number = 1;
    while (taken.includes(t('defaultName', { number }))) number += 1;
    return t('defaultName', { number });
  });
  const [cohorts, setCohorts] = useState(true);
  const wrong = data?.createSandbox.userErrors ?? [];
  const nameWrong = wrong.find((each) => each.path.includes('name'))?.message;
  return (
    <Dialog
      title={t('create')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form="create-sandbox"
            busy={fetching || busy !== undefined}
            disabled={name.trim() === ''}
          >
            {t('createAndEnter')}
          </Button>
        </>
      }
    >
      <form
        id="create-sandbox"
        className={styles.fields}
        onSubmit={async (event) => {
          event.preventDefault();
          const answer = await create({ input: { name: name.trim(), copyPeople: true, copyCohorts: cohorts } });
          const id = answer.data?.createSandbox.workspace?.id;
          if (id) await enter(id);
        }}
      >
        <p style={{ margin: 0 }}>{t('createText')}</p>
        <ul className={styles.copied}>
          <li>{t('copied')}</li>
          <li>{t('notCopied')}</li>
        </ul>
        <Field label={t('name')} error={nameWrong}>
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
        {wrong
          .filter((each) => !each.path.includes('name'))
          .map((each) => (
            <Note key={each.code} tone="danger" title={each.message} />
          ))}
        {message && <Note tone="danger" title={message} />}
        {(error ?? enterError) && <FailureNote error={(error ?? enterError) as NonNullable<typeof error>} />}
      </form>
    </Dialog>
  );
}

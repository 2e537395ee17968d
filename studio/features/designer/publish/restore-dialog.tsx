'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { Note } from '@/features/ui/note';
import { ChangeList } from './change-list';
import styles from './publish.module.css';
import { restoreVersion } from './publish-documents';

/** A version becomes the draft again: first what that does to the draft there is, in sentences. */
export function RestoreDialog({
  planKey,
  revision,
  version,
  onClose,
}: {
  planKey: string;
  /** Of the draft that would be replaced. */
  revision: number;
  version: { id: string; number: number };
  onClose: () => void;
}) {
  const t = useTranslations('publish');
  const ui = useTranslations('ui');
  const router = useRouter();
  const [{ fetching }, run] = useMutation(restoreVersion);
  const [refusal, setRefusal] = useState<string>();
  const restore = async () => {
    const { data, error } = await run({ input: { id: version.id, expectedRevision: revision } });
    const first = data?.restorePlanVersion.userErrors[0];
    if (first || error) return setRefusal(first?.message ?? t('restoreFailed'));
    router.push(`/plans/${planKey}`);
  };
  return (
    <Dialog
      title={t('restoreTitle', { number: version.number })}
      width={640}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" busy={fetching} onClick={() => void restore()} data-testid="restore-version">
            {t('restoreAction')}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{t('restoreText', { number: version.number })}</p>
      <ChangeList from={{ draft: { planKey, revision } }} to={{ versionId: version.id }} />
      {refusal && <Note tone="danger" title={refusal} />}
    </Dialog>
  );
}

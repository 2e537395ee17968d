'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '@/features/api/use-command';
import { FormDialog } from '@/features/ui/form-dialog';
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
  const router = useRouter();
  const command = useCommand(restoreVersion);
  const restore = async () => {
    const { kind } = await command.run({ input: { id: version.id, expectedRevision: revision } });
    if (kind === 'done') router.push(`/plans/${planKey}`);
  };
  return (
    <FormDialog
      title={t('restoreTitle', { number: version.number })}
      action={t('restoreAction')}
      testId="restore-version"
      command={{ ...command, failure: undefined }}
      onSubmit={restore}
      onClose={onClose}
      width={640}
    >
      <p className={styles.text}>{t('restoreText', { number: version.number })}</p>
      <ChangeList from={{ draft: { planKey, revision } }} to={{ versionId: version.id }} />
      {command.failure && <Note tone="danger" title={t('restoreFailed')} />}
    </FormDialog>
  );
}

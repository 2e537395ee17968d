'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useCommand } from '@/features/api/use-command';
import { FormDialog } from '@/features/ui/form-dialog';
import { SkeletonRows } from '@/features/ui/skeleton';
import { rematchMentors } from '../documents';
import styles from '../reports.module.css';

/** Who would get which mentor and why, before anything is changed. */
export function RematchDialog({
  findingId,
  onClose,
  onDone,
}: {
  findingId: string;
  onClose: () => void;
  onDone: (count: number) => void;
}) {
  const t = useTranslations('reports.rematch');
  const looking = useCommand(rematchMentors);
  const confirming = useCommand(rematchMentors);
  const { run: look, payload, failure } = looking;
  useEffect(() => {
    void look({ input: { findingId, confirm: false } });
  }, [look, findingId]);
  const proposals = payload?.proposals;
  const submit = async () => {
    const outcome = await confirming.run({ input: { findingId, confirm: true } });
    if (outcome.kind === 'done') onDone(outcome.payload.proposals.length);
  };
  return (
    <FormDialog
      title={t('title')}
      action={t('confirm', { count: proposals?.length ?? 0 })}
      testId="confirm-rematch"
      command={{
        pending: confirming.pending,
        userErrors: [...looking.userErrors, ...confirming.userErrors],
        failure: failure ?? confirming.failure,
      }}
      errorTone="warn"
      safe={t('nothingChanged')}
      canSubmit={proposals !== undefined && proposals.length > 0 && looking.userErrors.length === 0}
      onSubmit={submit}
      onClose={onClose}
      width={640}
    >
      <p className={styles.lead}>{t('text')}</p>
      {!proposals && !failure && <SkeletonRows count={4} label={t('looking')} />}
      {proposals && proposals.length > 0 && (
        <ul className={styles.proposals}>
          {proposals.map(({ enrolment, from, to, reason }) => (
            <li key={enrolment.id} data-testid="proposal">
              <strong>{enrolment.person.name}</strong>
              <span>{t('change', { from: from?.name ?? '–', to: to.name })}</span>
              <span className={styles.lead}>{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </FormDialog>
  );
}

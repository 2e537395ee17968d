'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { Wrong } from '@/features/api/use-change';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { RematchMentorsMutation } from '@/gql/graphql';
import { rematchMentors } from '../documents';
import styles from '../reports.module.css';

type Proposal = RematchMentorsMutation['rematchMentors']['proposals'][number];

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
  const ui = useTranslations('ui');
  const client = useClient();
  const [proposals, setProposals] = useState<Proposal[]>();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong[]>([]);
  const [error, setError] = useState<CombinedError>();

  const ask = async (confirm: boolean) => {
    const answer = await client.mutation(rematchMentors, { input: { findingId, confirm } }).toPromise();
    const done = answer.data?.rematchMentors;
    setError(answer.error);
    setWrong(done?.userErrors ?? []);
    return done && done.userErrors.length === 0 ? done.proposals : undefined;
  };
  useEffect(() => {
    let isLeft = false;
    void client
      .mutation(rematchMentors, { input: { findingId, confirm: false } })
      .toPromise()
      .then(({ data, error: failure }) => {
        if (isLeft) return;
        setError(failure);
        setWrong(data?.rematchMentors.userErrors ?? []);
        setProposals(data?.rematchMentors.proposals ?? []);
      });
    return () => {
      isLeft = true;
    };
  }, [client, findingId]);
  const confirm = async () => {
    setBusy(true);
    const done = await ask(true);
    setBusy(false);
    if (done) onDone(done.length);
  };

  return (
    <Dialog
      title={t('title')}
      width={640}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="primary"
            busy={busy}
            disabled={!proposals || proposals.length === 0 || wrong.length > 0}
            onClick={() => void confirm()}
            data-testid="confirm-rematch"
          >
            {t('confirm', { count: proposals?.length ?? 0 })}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{t('text')}</p>
      {!proposals && !error && <SkeletonRows count={4} label={t('looking')} />}
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
      {wrong.map(({ code, message }) => (
        <Note key={`${code} ${message}`} tone="warn" title={message} />
      ))}
      {error && <FailureNote error={error} safe={t('nothingChanged')} />}
    </Dialog>
  );
}

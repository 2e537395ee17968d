'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '@/features/api/use-command';
import { PersonPicker, type PickedPerson } from '@/features/pickers/person-picker';
import { Fact, Facts } from '@/features/ui/facts';
import { FailureNote } from '@/features/ui/failure-note';
import { FormDialog } from '@/features/ui/form-dialog';
import { Segmented } from '@/features/ui/segmented';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { LeaverEnrolments } from '@/gql/graphql';
import { deactivatePerson, leftBehind } from './documents';
import styles from './leaving.module.css';

const PLANS = ['PAUSE', 'CANCEL', 'KEEP'] as const satisfies readonly LeaverEnrolments[];

/** Somebody leaves: what they leave behind, who takes it over, and what becomes of their own plans. */
export function LeaveDialog({
  person,
  onClose,
  onDone,
}: {
  person: { id: string; name: string };
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('leaving');
  const ui = useTranslations('ui');
  const [{ data, error }, read] = useQuery({
    query: leftBehind,
    variables: { personId: person.id },
    requestPolicy: 'network-only',
  });
  const [successor, setSuccessor] = useState<PickedPerson>();
  const [chosen, setChosen] = useState<LeaverEnrolments>();
  const command = useCommand(deactivatePerson);
  const behind = data?.leftBehind;
  const plans = chosen ?? behind?.enrolments;
  const handsOver = behind !== undefined && behind.waitingReviews + behind.mentees + behind.reports > 0;
  const submit = async () => {
    const { kind } = await command.run({
      input: { personId: person.id, enrolments: plans ?? null, successorId: successor?.id ?? null },
    });
    if (kind !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('title', { name: person.name })}
      action={t('action')}
      look="danger"
      command={command}
      canSubmit={behind !== undefined}
      shownAt={['successorId']}
      onSubmit={submit}
      onClose={onClose}
      testId="leave"
    >
      <p>{t('text')}</p>
      {error && !data && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
      {!behind && !error && <SkeletonRows count={3} height={28} label={ui('loading')} />}
      {behind && (
        <>
          <Facts>
            <Fact name={t('waitingReviews')}>{behind.waitingReviews}</Fact>
            <Fact name={t('mentees')}>{behind.mentees}</Fact>
            <Fact name={t('reports')}>{behind.reports}</Fact>
            <Fact name={t('runningEnrolments')}>{behind.runningEnrolments}</Fact>
          </Facts>
          {handsOver && (
            <PersonPicker
              label={t('successor')}
              hint={behind.takesOver ? t('elseManager', { name: behind.takesOver.name }) : t('elseHr')}
              error={command.errorAt('successorId')}
              chosen={successor}
              onChange={setSuccessor}
              without={new Set([person.id])}
              clearable
            />
          )}
          {behind.runningEnrolments > 0 && plans && (
            <div className={styles.plans}>
              <Segmented
                label={t('plans')}
                value={plans}
                onChange={setChosen}
                options={PLANS.map((value) => ({ value, label: t(`plan.${value}`) }))}
              />
              <p className={styles.quiet}>{t(`planText.${plans}`)}</p>
            </div>
          )}
        </>
      )}
    </FormDialog>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { FormDialog } from '@/features/ui/form-dialog';
import { Note } from '@/features/ui/note';
import { useToast } from '@/features/ui/toast';
import type { MyAccountQuery } from '@/gql/graphql';
import styles from './account.module.css';
import { removeSecondFactor, startSecondFactor } from './documents';
import { SecondFactorDialog } from './second-factor-dialog';
import { useProof } from './use-proof';

/** Whether signing in asks for a code, and what is done about it. Who administers is told that they should. */
export function SecondFactor({
  account: { secondFactor, recoveryCodesLeft, hasPassword, isShared },
  onChanged,
}: {
  account: MyAccountQuery['myAccount'];
  onChanged: () => void;
}) {
  const t = useTranslations('account');
  const { has } = useSession();
  const toast = useToast();
  const start = useCommand(startSecondFactor);
  const remove = useCommand(removeSecondFactor);
  const { whenProven, dialog } = useProof();
  const [setup, setSetup] = useState<{ secret: string; uri: string }>();
  const [removing, setRemoving] = useState(false);
  if (!hasPassword || isShared) return null;

  const begin = () =>
    whenProven(
      () => start.run({}),
      (outcome) => {
        if (outcome.kind !== 'done') return;
        const { secret, uri } = outcome.payload;
        if (secret && uri) setSetup({ secret, uri });
      },
    );
  const takeAway = () =>
    whenProven(
      () => remove.run({ input: {} }),
      ({ kind }) => {
        if (kind !== 'done') return;
        setRemoving(false);
        toast({ tone: 'ok', text: t('secondFactor.removed') });
        onChanged();
      },
    );
  return (
    <section className={styles.section} aria-labelledby="second-factor">
      <h2 id="second-factor" className={styles.heading}>
        {t('secondFactor.title')}
      </h2>
      <p className={styles.quiet}>
        {secondFactor ? t('secondFactor.on', { count: recoveryCodesLeft }) : t('secondFactor.off')}
      </p>
      {!secondFactor && has('ADMIN', 'HR') && <Note tone="warn" title={t('secondFactor.should')} />}
      {secondFactor ? (
        <Button aria-haspopup="dialog" onClick={() => setRemoving(true)}>
          {t('secondFactor.turnOff')}
        </Button>
      ) : (
        <Button aria-haspopup="dialog" busy={start.pending} onClick={() => void begin()}>
          {t('secondFactor.setUp')}
        </Button>
      )}
      <CommandErrors
        command={{ ...start, userErrors: start.userErrors.filter(({ code }) => code !== 'PROOF_NEEDED') }}
      />
      {setup && (
        <SecondFactorDialog
          setup={setup}
          onClose={() => setSetup(undefined)}
          onDone={() => {
            setSetup(undefined);
            onChanged();
          }}
        />
      )}
      {removing && (
        <FormDialog
          title={t('secondFactor.turnOff')}
          action={t('secondFactor.turnOff')}
          look="danger"
          command={{ ...remove, userErrors: remove.userErrors.filter(({ code }) => code !== 'PROOF_NEEDED') }}
          onSubmit={takeAway}
          onClose={() => setRemoving(false)}
        >
          <p>{t('secondFactor.turnOffText')}</p>
        </FormDialog>
      )}
      {dialog}
    </section>
  );
}

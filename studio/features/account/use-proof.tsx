'use client';
import { type ReactNode, useState } from 'react';
import type { UserError } from '@/features/api/user-errors';
import { ProveDialog } from './prove-dialog';

type Ended = { kind: string; userErrors?: readonly UserError[] };

/**
 * For acts that the server does only for somebody who has just said who they are: when it answers PROOF_NEEDED, a dialog asks for the
 * password, and the act is done again. `const { whenProven, dialog } = useProof();`
 */
export function useProof(): {
  whenProven: <T extends Ended>(act: () => Promise<T>, then: (outcome: T) => void) => Promise<void>;
  dialog: ReactNode;
} {
  const [again, setAgain] = useState<() => void>();
  const whenProven = async <T extends Ended>(act: () => Promise<T>, then: (outcome: T) => void): Promise<void> => {
    const outcome = await act();
    const needsProof = outcome.userErrors?.some(({ code }) => code === 'PROOF_NEEDED') ?? false;
    if (needsProof) setAgain(() => () => void whenProven(act, then));
    else then(outcome);
  };
  const dialog = again && (
    <ProveDialog
      onProven={() => {
        setAgain(undefined);
        again();
      }}
      onClose={() => setAgain(undefined)}
    />
  );
  return { whenProven, dialog };
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { endSessions, removeSecondFactor } from '@/features/account/documents';
import { useProof } from '@/features/account/use-proof';
import { useCommand } from '@/features/api/use-command';
import { useSession } from '@/features/session/session';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { Fact, Facts } from '@/features/ui/facts';
import { useToast } from '@/features/ui/toast';
import type { PersonAccountQuery } from '@/gql/graphql';
import { Panel } from '../person/panel';
import { personAccount } from './documents';
import styles from './invite.module.css';
import { InviteDialog } from './invite-dialog';

type Account = NonNullable<Extract<NonNullable<PersonAccountQuery['node']>, { __typename: 'Person' }>['account']>;

/** How somebody signs in, and what HR and administrators do about it. Nothing for whoever may not know. */
export function SignInPanel({ person }: { person: { id: string; name: string; active: boolean } }) {
  const t = useTranslations('people.signIn');
  const [{ data }, read] = useQuery({
    query: personAccount,
    variables: { id: person.id },
    requestPolicy: 'cache-and-network',
  });
  const account = data?.node?.__typename === 'Person' ? data.node.account : undefined;
  if (!account) return null;
  return (
    <Panel title={t('title')}>
      <AccountFacts account={account} />
      {person.active && (
        <Acts person={person} account={account} onChanged={() => read({ requestPolicy: 'network-only' })} />
      )}
    </Panel>
  );
}

function AccountFacts({ account }: { account: Account }) {
  const t = useTranslations('people.signIn');
  const words = useTimeWords();
  return (
    <Facts>
      <Fact name={t('account')}>
        {account.state === 'INVITED' && account.invitedUntil
          ? t('invitedUntil', { date: words.date(account.invitedUntil, 'dayTime') })
          : t(`state.${account.state}`)}
      </Fact>
      {account.state === 'ACTIVE' && (
        <>
          <Fact name={t('lastSignIn')}>
            {account.lastSignInAt ? words.date(account.lastSignInAt, 'dayTime') : t('never')}
          </Fact>
          <Fact name={t('with')}>
            {!account.hasPassword ? t('provider') : account.secondFactor ? t('twoFactors') : t('password')}
          </Fact>
        </>
      )}
    </Facts>
  );
}

function Acts({
  person,
  account,
  onChanged,
}: {
  person: { id: string; name: string };
  account: Account;
  onChanged: () => void;
}) {
  const t = useTranslations('people.signIn');
  const toast = useToast();
  const { has } = useSession();
  const [open, setOpen] = useState<'invite' | 'reset'>();
  const end = useCommand(endSessions);
  const remove = useCommand(removeSecondFactor);
  const { whenProven, dialog } = useProof();
  const isActive = account.state === 'ACTIVE';
  const told = (kind: string, text: string) => {
    if (kind !== 'done') return;
    toast({ tone: 'ok', text });
    onChanged();
  };
  return (
    <div className={styles.acts}>
      {account.managed && !isActive && (
        <Button aria-haspopup="dialog" onClick={() => setOpen('invite')} data-testid="invite-person">
          {t(account.state === 'INVITED' ? 'inviteAgain' : 'invite')}
        </Button>
      )}
      {account.managed && account.hasPassword && (
        <Button aria-haspopup="dialog" onClick={() => setOpen('reset')} data-testid="reset-password">
          {t('reset')}
        </Button>
      )}
      {has('ADMIN') && isActive && (
        <Button
          busy={end.pending}
          onClick={async () => told((await end.run({ input: { personId: person.id } })).kind, t('signedOut'))}
        >
          {t('signOut')}
        </Button>
      )}
      {has('ADMIN') && account.secondFactor && (
        <Button
          busy={remove.pending}
          onClick={() =>
            void whenProven(
              () => remove.run({ input: { personId: person.id } }),
              ({ kind }) => told(kind, t('factorRemoved')),
            )
          }
        >
          {t('removeFactor')}
        </Button>
      )}
      <CommandErrors command={end} />
      <CommandErrors
        command={{ ...remove, userErrors: remove.userErrors.filter(({ code }) => code !== 'PROOF_NEEDED') }}
      />
      {open && (
        <InviteDialog
          people={[person]}
          reset={open === 'reset'}
          onClose={() => setOpen(undefined)}
          onDone={onChanged}
        />
      )}
      {dialog}
    </div>
  );
}

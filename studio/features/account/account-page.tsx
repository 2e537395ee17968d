'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { Fact, Facts } from '@/features/ui/facts';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { useToast } from '@/features/ui/toast';
import type { MyAccountQuery } from '@/gql/graphql';
import styles from './account.module.css';
import { ChangePasswordDialog } from './change-password-dialog';
import { myAccount } from './documents';
import { SecondFactor } from './second-factor';
import { Sessions } from './sessions';

/** One's own account: how one signs in, and where one is signed in. */
export function AccountPage() {
  const t = useTranslations('account');
  const ui = useTranslations('ui');
  const [{ data, error }, read] = useQuery({ query: myAccount, requestPolicy: 'cache-and-network' });
  const reread = () => read({ requestPolicy: 'network-only' });
  return (
    <>
      <PageBar title={t('title')} />
      <PageBody width={640}>
        {error && !data && <FailureNote error={error} retry={reread} />}
        {!data && !error && <SkeletonRows count={5} height={52} label={ui('loading')} />}
        {data && (
          <>
            <Password account={data.myAccount} onChanged={reread} />
            <SecondFactor account={data.myAccount} onChanged={reread} />
            <Sessions sessions={data.sessions} onChanged={reread} />
          </>
        )}
      </PageBody>
    </>
  );
}

function Password({ account, onChanged }: { account: MyAccountQuery['myAccount']; onChanged: () => void }) {
  const t = useTranslations('account');
  const words = useTimeWords();
  const toast = useToast();
  const [changing, setChanging] = useState(false);
  return (
    <section className={styles.section} aria-labelledby="sign-in">
      <h2 id="sign-in" className={styles.heading}>
        {t('signIn')}
      </h2>
      <Facts>
        <Fact name={t('email')}>{account.email ?? t('none')}</Fact>
        <Fact name={t('password')}>
          {account.hasPassword
            ? account.passwordChangedAt
              ? t('passwordSince', { date: words.date(account.passwordChangedAt, 'full') })
              : t('passwordSet')
            : t('noPassword')}
        </Fact>
      </Facts>
      {account.isShared && <Note tone="info" title={t('demo')} />}
      {account.hasPassword && !account.isShared && (
        <Button aria-haspopup="dialog" onClick={() => setChanging(true)}>
          {t('changePassword')}
        </Button>
      )}
      {changing && (
        <ChangePasswordDialog
          fewest={account.fewestPasswordCharacters}
          onClose={() => setChanging(false)}
          onDone={() => {
            setChanging(false);
            toast({ tone: 'ok', text: t('passwordChanged') });
            onChanged();
          }}
        />
      )}
    </section>
  );
}

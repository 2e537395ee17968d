'use client';
import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { useSession } from '@/features/session/session';
import { Button, ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Tag } from '@/features/ui/tag';
import type { PersonDetailsFragment, PersonPageQuery } from '@/gql/graphql';
import { DeputySection } from '../deputy/deputy-section';
import { SignInPanel } from '../invite/sign-in-panel';
import { LeavingAct } from '../leaving/leaving-act';
import { EditPersonDialog } from '../person-dialog';
import { personPage } from './documents';
import { Panel } from './panel';
import styles from './person.module.css';
import { PersonHistory } from './person-history';
import { Mentoring, Plans } from './plans';
import { Profile } from './profile';
import { Roles } from './roles';

/** One person: what is known of them, what they follow, who their mentees are. */
export function PersonPage({ id }: { id: string }) {
  const t = useTranslations('people');
  const ui = useTranslations('ui');
  const [{ data, error, fetching }, read] = useQuery({
    query: personPage,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => read({ requestPolicy: 'network-only' });
  if (error && !data)
    return (
      <PageBody>
        <FailureNote error={error} retry={again} />
      </PageBody>
    );
  if (!data && fetching)
    return (
      <PageBody>
        <SkeletonRows count={8} height={44} label={ui('loading')} />
      </PageBody>
    );
  if (!data?.person)
    return (
      <PageBody>
        <Empty title={t('gone.title')} action={<ButtonLink href="/people">{t('gone.action')}</ButtonLink>}>
          {t('gone.text')}
        </Empty>
      </PageBody>
    );
  return <Person person={data.person} onChanged={again} />;
}

function Person({ person, onChanged }: { person: NonNullable<PersonPageQuery['person']>; onChanged: () => void }) {
  const t = useTranslations('people');
  const deputy = useTranslations('deputy');
  const { has, person: viewer } = useSession();
  const isOwn = viewer.id === person.id;
  const mayChange = has('HR', 'ADMIN');
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <PageBar
        title={person.name}
        facts={!person.active && <Tag tone="warn">{t('left')}</Tag>}
        actions={
          mayChange && (
            <>
              {!isOwn && <LeavingAct person={person} onDone={onChanged} />}
              <Button
                icon={<Pencil size={16} aria-hidden />}
                aria-haspopup="dialog"
                onClick={() => setEditing(true)}
                data-testid="edit-person"
              >
                {t('form.open')}
              </Button>
            </>
          )
        }
      />
      <PageBody width={1200}>
        <div className={styles.page}>
          <div className={styles.side}>
            <Profile person={person} />
            <Roles person={person} onChanged={onChanged} />
          </div>
          <div className={styles.main}>
            <Plans person={person} />
            <Mentoring person={person} />
            {mayChange && <SignInPanel person={person} />}
            <Panel title={deputy('section')}>
              <DeputySection person={person} own={isOwn} mayChange={person.active && (mayChange || isOwn)} />
            </Panel>
            {mayChange && <PersonHistory id={person.id} />}
          </div>
        </div>
      </PageBody>
      {isEditing && (
        <EditPersonDialog
          person={unmask<PersonDetailsFragment>(person)}
          onClose={() => setEditing(false)}
          onDone={onChanged}
        />
      )}
    </>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { Note } from '@/features/ui/note';
import { useToast } from '@/features/ui/toast';
import type { DeputyPeriodShownFragment, PersonDeputyFragment } from '@/gql/graphql';
import styles from './deputy.module.css';
import { DeputyDialog } from './deputy-dialog';
import { deputyOf } from './documents';
import { EndDeputyDialog } from './end-deputy-dialog';
import { usePeriodWords } from './use-period-words';

function useOwn(): PersonDeputyFragment | undefined {
  const { person } = useSession();
  const [{ data }] = useQuery({ query: deputyOf, variables: { personId: person.id } });
  return data?.node && 'id' in data.node ? unmask<PersonDeputyFragment>(data.node) : undefined;
}

/** For mentors who will be away: names who stands in. */
export function NameDeputy() {
  const t = useTranslations('deputy');
  const toast = useToast();
  const own = useOwn();
  const [open, setOpen] = useState(false);
  if (!own) return null;
  return (
    <>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)} data-testid="name-deputy">
        {own.deputyPeriod ? t('change') : t('name')}
      </Button>
      {open && (
        <DeputyDialog
          mentor={own}
          own
          onClose={() => setOpen(false)}
          onDone={() => toast({ tone: 'ok', text: t('saved') })}
        />
      )}
    </>
  );
}

/** Who stands in for the viewer, and for whose people the viewer does; nothing where nobody does. */
export function StandingIn() {
  const t = useTranslations('deputy');
  const words = usePeriodWords();
  const own = useOwn();
  if (!own) return null;
  const others = unmask<DeputyPeriodShownFragment>(own.standsInFor);
  const period = own.deputyPeriod && unmask<DeputyPeriodShownFragment>(own.deputyPeriod);
  if (!period && others.length === 0) return null;
  return (
    <div className={styles.notes}>
      {period && <OwnPeriod period={period} when={words(period)} />}
      {others.map((other) => (
        <Note
          key={`${other.mentor.id} ${other.from}`}
          tone="info"
          title={t('youStandIn', { name: other.mentor.name, when: words(other) })}
        />
      ))}
    </div>
  );
}

function OwnPeriod({ period, when }: { period: DeputyPeriodShownFragment; when: string }) {
  const t = useTranslations('deputy');
  const toast = useToast();
  const [ending, setEnding] = useState(false);
  return (
    <>
      <Note
        tone="info"
        title={t('standsInForYou', { name: period.deputy.name, when })}
        action={
          <Button look="quiet" aria-haspopup="dialog" onClick={() => setEnding(true)}>
            {t('end')}
          </Button>
        }
      >
        {t('bothSee')}
      </Note>
      {ending && (
        <EndDeputyDialog
          period={period}
          onClose={() => setEnding(false)}
          onDone={() => toast({ tone: 'ok', text: t('ended', { name: period.deputy.name }) })}
        />
      )}
    </>
  );
}

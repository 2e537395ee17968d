'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Masked, unmask } from '@/features/api/fragments';
import { Button } from '@/features/ui/button';
import { useToast } from '@/features/ui/toast';
import type { DeputyPeriodShownFragment, PersonDeputyFragment } from '@/gql/graphql';
import styles from './deputy.module.css';
import { DeputyDialog } from './deputy-dialog';
import { EndDeputyDialog } from './end-deputy-dialog';
import { usePeriodWords } from './use-period-words';

type Open = 'set' | 'end';

/** Who stands in for a mentor, and for others; with what may be changed about it. */
export function DeputySection({
  person: masked,
  own,
  mayChange,
}: {
  person: Masked<PersonDeputyFragment>;
  /** The viewer is this person. */
  own: boolean;
  mayChange: boolean;
}) {
  const t = useTranslations('deputy');
  const toast = useToast();
  const words = usePeriodWords();
  const [open, setOpen] = useState<Open>();
  const person = unmask<PersonDeputyFragment>(masked);
  const period = person.deputyPeriod && unmask<DeputyPeriodShownFragment>(person.deputyPeriod);
  const others = unmask<DeputyPeriodShownFragment>(person.standsInFor);
  const close = () => setOpen(undefined);
  return (
    <div className={styles.section}>
      {others.map((other) => (
        <p key={`${other.mentor.id} ${other.from}`} className={styles.period}>
          {own
            ? t('youStandIn', { name: other.mentor.name, when: words(other) })
            : t('standsIn', { name: other.mentor.name, when: words(other) })}
        </p>
      ))}
      {period && (
        <p className={styles.period}>
          {own
            ? t('standsInForYou', { name: period.deputy.name, when: words(period) })
            : t('standsInForThem', { name: period.deputy.name, when: words(period) })}
        </p>
      )}
      {!period && !own && others.length === 0 && <p className={styles.quiet}>{t('none')}</p>}
      {mayChange && (
        <div className={styles.acts}>
          <Button aria-haspopup="dialog" onClick={() => setOpen('set')}>
            {period ? t('change') : t('name')}
          </Button>
          {period && (
            <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen('end')}>
              {t('end')}
            </Button>
          )}
        </div>
      )}
      {open === 'set' && (
        <DeputyDialog
          mentor={person}
          own={own}
          onClose={close}
          onDone={() => toast({ tone: 'ok', text: t('saved') })}
        />
      )}
      {open === 'end' && period && (
        <EndDeputyDialog
          period={period}
          onClose={close}
          onDone={() => toast({ tone: 'ok', text: t('ended', { name: period.deputy.name }) })}
        />
      )}
    </div>
  );
}

'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { CohortTabs } from '@/features/cohorts/cohort-tabs';
import { useSession } from '@/features/session/session';
import { useNow, useZone } from '@/features/time/clock';
import { dateIn } from '@/features/time/words';
import { Button, ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { Skeleton, SkeletonRows } from '@/features/ui/skeleton';
import { surveyRounds } from './documents';
import { OpenDialog } from './open-dialog';
import { RoundPanel } from './round-panel';

/** A list without rounds names no type by which the cache would know that it has grown. */
const READS_ROUNDS = { additionalTypenames: ['SurveyRound'] };

/** Who was asked about the people of a cohort, how many answered, and what came of it. */
export function SurveysPage({ cohortId }: { cohortId: string }) {
  const t = useTranslations('surveys');
  const { has } = useSession();
  const today = dateIn(useZone(), useNow());
  const [{ data, error }, read] = useQuery({
    query: surveyRounds,
    variables: { cohortId },
    context: READS_ROUNDS,
  });
  const [isOpening, setOpening] = useState(false);
  const cohort = data?.cohort;
  const rounds = data?.surveys ?? [];
  const mayOpen = has('HR', 'ADMIN');
  const open = cohort && mayOpen && (
    <Button
      look="primary"
      icon={<Plus size={16} aria-hidden />}
      aria-haspopup="dialog"
      onClick={() => setOpening(true)}
      data-testid="open-survey"
    >
      {t('open')}
    </Button>
  );

  if (data && !cohort)
    return (
      <PageBody>
        <Empty title={t('gone.title')} action={<ButtonLink href="/cohorts">{t('gone.action')}</ButtonLink>}>
          {t('gone.text')}
        </Empty>
      </PageBody>
    );
  return (
    <>
      <PageBar title={cohort?.name ?? <Skeleton width={180} height={20} />} actions={rounds.length > 0 && open} />
      <CohortTabs cohortId={cohortId} current="surveys" />
      <PageBody width={960}>
        {error && !data && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
        {!data && !error && <SkeletonRows count={3} height={96} label={t('loading')} />}
        {data && rounds.length === 0 && (
          <Empty title={t('empty.title')} action={open}>
            {t('empty.text')}
          </Empty>
        )}
        {rounds.map((round) => (
          <RoundPanel key={round.id} round={round} today={today} cohortId={cohortId} mayPrint={mayOpen} />
        ))}
      </PageBody>
      {isOpening && cohort && (
        <OpenDialog
          cohort={cohort}
          today={today}
          onClose={() => setOpening(false)}
          onOpened={() => setOpening(false)}
        />
      )}
    </>
  );
}

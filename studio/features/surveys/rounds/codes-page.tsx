'use client';
import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { CohortTabs } from '@/features/cohorts/cohort-tabs';
import { Button, ButtonLink } from '@/features/ui/button';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import styles from './codes.module.css';
import { printSurveyCodes } from './documents';

/** A sheet of codes to cut up and hand out: for people that no message reaches. No code says whose it is. */
export function CodesPage({ cohortId, roundId }: { cohortId: string; roundId: string }) {
  const t = useTranslations('surveys.codes');
  const { payload: made, userErrors, failure, run, retry } = useCommand(printSurveyCodes);
  const [address, setAddress] = useState('');
  useEffect(() => {
    setAddress(`${window.location.origin}/survey`);
    void run({ input: { roundId } });
  }, [roundId, run]);
  const [wrong] = userErrors;
  const surveys = `/cohorts/${encodeURIComponent(cohortId)}/surveys`;
  return (
    <>
      <PageBar
        title={t('title')}
        actions={
          made &&
          !wrong && (
            <Button look="primary" icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
              {t('printSheet')}
            </Button>
          )
        }
      />
      <div className={styles.onScreen}>
        <CohortTabs cohortId={cohortId} current="surveys" />
      </div>
      <PageBody width={960}>
        {failure && <FailureNote error={failure} retry={retry} />}
        {!made && !failure && <SkeletonRows count={3} height={96} label={t('loading')} />}
        {wrong && <Note tone="danger" title={wrong.message} />}
        {made && !wrong && (
          <>
            <div className={styles.onScreen}>
              <Note tone="info" title={t('how', { count: made.codes.length })}>
                {t('howText')}
              </Note>
              <p>
                <ButtonLink href={surveys}>{t('back')}</ButtonLink>
              </p>
            </div>
            <ul className={styles.sheet} data-testid="survey-codes">
              {made.codes.map(({ code, about }) => (
                <li key={code} className={styles.slip}>
                  <span className={styles.about}>{about ? t('about', { about }) : t('aboutPlan')}</span>
                  <span className={styles.code}>{code}</span>
                  <span className={styles.address}>{t('typeAt', { address })}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </PageBody>
    </>
  );
}

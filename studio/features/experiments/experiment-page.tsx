'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Tag } from '@/features/ui/tag';
import type { ExperimentDetailQuery } from '@/gql/graphql';
import { Allocation } from './allocation';
import { Arms } from './arms';
import { Before } from './before';
import { experimentDetail } from './documents';
import { ExperimentActions } from './experiment-actions';
import styles from './experiment-page.module.css';
import { Integrity } from './integrity';
import { LiveProcess } from './live-process';
import { Locked } from './locked';
import { Members } from './members';
import { phaseOf } from './phase';
import { PhaseSign } from './phase-sign';
import { Registration } from './registration';
import { Results } from './results';
import { useToday } from './use-today';

export type Experiment = NonNullable<ExperimentDetailQuery['experiment']>;

/** An experiment from its design to the verdict. */
export function ExperimentPage({ id }: { id: string }) {
  const t = useTranslations('experiments');
  const ui = useTranslations('ui');
  const [{ data, error }, read] = useQuery({
    query: experimentDetail,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const reread = () => read({ requestPolicy: 'network-only' });
  if (data?.experiment) return <Shown experiment={data.experiment} onChanged={reread} />;
  return (
    <>
      <PageBar title={t('experiment')} actions={<ButtonLink href="/experiments">{t('toList')}</ButtonLink>} />
      <PageBody width={1120}>
        {error && <FailureNote error={error} retry={reread} />}
        {!data && !error && <SkeletonRows count={4} height={140} label={ui('loading')} />}
        {data && !data.experiment && <Empty title={t('gone')}>{t('goneNext')}</Empty>}
      </PageBody>
    </>
  );
}

function Shown({ experiment, onChanged }: { experiment: Experiment; onChanged: () => void }) {
  const t = useTranslations('experiments');
  const today = useToday();
  const phase = phaseOf(experiment, today);
  const isOpen = experiment.results.length > 0;
  const arms = experiment.arms
    .map(({ version, allocated }) => t('armPeople', { number: version.number, count: allocated }))
    .join(' · ');
  return (
    <>
      <PageBar
        title={experiment.name}
        facts={
          <>
            <Tag>{arms}</Tag>
            <PhaseSign phase={phase} />
          </>
        }
        actions={<ExperimentActions experiment={experiment} phase={phase} onChanged={onChanged} />}
      />
      <PageBody width={1120}>
        <p className={styles.question}>{experiment.hypothesis}</p>
        {isOpen && phase === 'due' && (
          <Note tone="info" title={t('due.title')}>
            {t('due.text')}
          </Note>
        )}
        {isOpen && (
          <>
            <Results experiment={experiment} />
            <Arms experiment={experiment} />
          </>
        )}
        {!isOpen && phase === 'designed' && <Before experiment={experiment} />}
        {!isOpen && phase !== 'designed' && <Locked experiment={experiment} />}
        <div className={styles.columns}>
          <div className={styles.column}>
            {!isOpen && <Arms experiment={experiment} />}
            {experiment.cohort && <LiveProcess experiment={experiment} cohortId={experiment.cohort.id} />}
            <Registration experiment={experiment} />
          </div>
          <div className={styles.column}>
            <Integrity experiment={experiment} />
            <Allocation experiment={experiment} />
          </div>
        </div>
        <Members experiment={experiment} phase={phase} onChanged={onChanged} />
      </PageBody>
    </>
  );
}

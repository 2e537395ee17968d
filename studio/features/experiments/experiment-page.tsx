'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { useTimeWords } from '@/features/time/use-time-words';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Tag } from '@/features/ui/tag';
import type { ExperimentViewFragment } from '@/gql/graphql';
import { Allocation } from './allocation';
import { Arms } from './arms';
import { Before } from './before';
import { Decisions } from './decisions';
import { experimentDetail } from './documents';
import { ExperimentActions } from './experiment-actions';
import styles from './experiment-page.module.css';
import { Integrity } from './integrity';
import { LaterValues } from './later-values';
import { LiveProcess } from './live-process';
import { Locked } from './locked';
import { Measures } from './measures';
import { Members } from './members';
import { Outlook } from './outlook';
import { phaseOf } from './phase';
import { PhaseSign } from './phase-sign';
import { Registration } from './registration';
import { Results } from './results';
import { useToday } from './use-today';

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
  const experiment = unmask<ExperimentViewFragment>(data?.experiment);
  if (experiment) return <Shown experiment={experiment} onChanged={reread} />;
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

/** Metrics of the plan's own course: while an experiment is about one, its figures by version wait, too. */
const PROCESS: ReadonlySet<string> = new Set([
  'completion',
  'on-time',
  'quality',
  'learning-minutes',
  'mentor-response',
  'contacts',
  'shared-documents',
]);
const isAboutProcess = ({ metric, status }: ExperimentViewFragment): boolean =>
  status === 'RUNNING' && PROCESS.has(metric.key);

function Ended({ experiment, phase }: { experiment: ExperimentViewFragment; phase: 'stopped' | 'cancelled' }) {
  const t = useTranslations('experiments');
  const { date } = useTimeWords();
  const { endedAt, endedBy, endReason } = experiment;
  return (
    <Note
      tone="info"
      title={t(`ended.${phase}`, { date: endedAt ? date(endedAt, 'full') : '–', name: endedBy?.name ?? '–' })}
    >
      {endReason}
    </Note>
  );
}

function Shown({ experiment, onChanged }: { experiment: ExperimentViewFragment; onChanged: () => void }) {
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
        {(phase === 'stopped' || phase === 'cancelled') && <Ended experiment={experiment} phase={phase} />}
        <Decisions experiment={experiment} />
        {isOpen && (
          <>
            <Results experiment={experiment} />
            <LaterValues experiment={experiment} />
            <Arms experiment={experiment} />
          </>
        )}
        {phase === 'designed' && <Before experiment={experiment} />}
        {(phase === 'running' || phase === 'due') && (
          <>
            <Locked experiment={experiment} isDue={phase === 'due'} />
            <Outlook experiment={experiment} />
          </>
        )}
        <Measures experiment={experiment} />
        <div className={styles.columns}>
          <div className={styles.column}>
            {!isOpen && <Arms experiment={experiment} />}
            {experiment.cohort && !isAboutProcess(experiment) && (
              <LiveProcess experiment={experiment} cohortId={experiment.cohort.id} />
            )}
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

'use client';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { ChoicePicker } from '@/features/pickers/choice-picker';
import { useSession } from '@/features/session/session';
import { useTimeWords } from '@/features/time/use-time-words';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { List } from '@/features/ui/list';
import { PageBar, PageBody } from '@/features/ui/page';
import { Segmented } from '@/features/ui/segmented';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { ExperimentListQuery } from '@/gql/graphql';
import { experimentList } from './documents';
import styles from './experiments.module.css';
import { byUrgency, phaseOf } from './phase';
import { PhaseSign } from './phase-sign';
import { useToday } from './use-today';
import { VerdictSign } from './verdict-sign';

type Experiment = ExperimentListQuery['experiments']['edges'][number]['node'];
const STATES = ['all', 'open', 'over'] as const;
type State = (typeof STATES)[number];

/** All experiments: what asks for something first, then by their analysis date. */
export function ExperimentsPage() {
  const t = useTranslations('experiments');
  const ui = useTranslations('ui');
  const { has } = useSession();
  const [{ data, error }, read] = useQuery({ query: experimentList, requestPolicy: 'cache-and-network' });
  const experiments = data?.experiments.edges.map(({ node }) => node);
  const design = has('HR', 'ADMIN') && (
    <ButtonLink
      look="primary"
      href="/experiments/new"
      icon={<Plus size={16} strokeWidth={1.75} aria-hidden />}
      data-testid="new-experiment"
    >
      {t('new')}
    </ButtonLink>
  );
  return (
    <>
      <PageBar title={t('title')} actions={design} />
      <PageBody>
        {error && !data && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
        {!experiments && !error && <SkeletonRows count={4} height={72} label={ui('loading')} />}
        {experiments?.length === 0 && (
          <Empty title={t('empty')} action={design}>
            {t('emptyNext')}
          </Empty>
        )}
        {experiments && experiments.length > 0 && <Experiments experiments={experiments} />}
      </PageBody>
    </>
  );
}

function Experiments({ experiments }: { experiments: readonly Experiment[] }) {
  const t = useTranslations('experiments');
  const today = useToday();
  const [planKey, setPlanKey] = useState('');
  const [state, setState] = useState<State>('all');
  const plans = [...new Map(experiments.map(({ plan }) => [plan.key, plan])).values()];
  const shown = byUrgency(experiments, today).filter(
    ({ plan, status }) =>
      (planKey === '' || plan.key === planKey) &&
      (state === 'all' || (status === 'DESIGNED' || status === 'RUNNING') === (state === 'open')),
  );
  return (
    <>
      <div className={styles.filters}>
        <ChoicePicker
          label={t('plan')}
          placeholder={t('everyPlan')}
          choices={plans.map(({ key, title }) => ({ value: key, label: title }))}
          value={planKey}
          onChange={setPlanKey}
          clearable
        />
        <Segmented
          label={t('state')}
          options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
          value={state}
          onChange={setState}
        />
      </div>
      {shown.length === 0 ? (
        <Empty title={t('noneFound')}>{t('noneFoundNext')}</Empty>
      ) : (
        <List>
          {shown.map((experiment) => (
            <Row key={experiment.id} experiment={experiment} today={today} />
          ))}
        </List>
      )}
    </>
  );
}

function Row({ experiment, today }: { experiment: Experiment; today: string }) {
  const t = useTranslations('experiments');
  const { date } = useTimeWords();
  const phase = phaseOf(experiment, today);
  const day = date(experiment.analysisOn, 'full');
  const when: Record<typeof phase, ReactNode> = {
    designed: t('startsOn', { date: date(experiment.startsOn, 'full') }),
    running: t('lockedUntil', { date: day }),
    due: t('dueSince', { date: day }),
    analysed: t('analysedOn', { date: day }),
    stopped: t('endedOn', { date: date(experiment.endedAt ?? experiment.analysisOn, 'full') }),
    cancelled: t('endedOn', { date: date(experiment.endedAt ?? experiment.analysisOn, 'full') }),
  };
  return (
    <li className={styles.row}>
      <Link href={`/experiments/${encodeURIComponent(experiment.id)}`} className={styles.link} data-testid="experiment">
        <span className={styles.name}>{experiment.name}</span>
        <span className={styles.fact}>{experiment.hypothesis}</span>
      </Link>
      <span className={styles.about}>
        <span>{experiment.plan.title}</span>
        <span className={styles.fact}>
          {experiment.arms
            .map(({ version, allocated }) => t('armPeople', { number: version.number, count: allocated }))
            .join(' · ')}
        </span>
      </span>
      <span className={styles.about}>
        <span className={styles.signs}>
          {phase === 'analysed' && experiment.results.length > 0 ? (
            experiment.results.map(({ verdict }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one verdict an arm, in the order of the arms
              <VerdictSign key={index} verdict={verdict} />
            ))
          ) : (
            <PhaseSign phase={phase} />
          )}
        </span>
        <span className={styles.fact}>{when[phase]}</span>
      </span>
    </li>
  );
}

'use client';
import { shareText } from '@planwright/schema/figures';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { type Masked, unmask } from '@/features/api/fragments';
import { useLive } from '@/features/api/use-live';
import { ReminderTimeline } from '@/features/reminders/reminder-timeline';
import { useSession } from '@/features/session/session';
import { useTimeWords } from '@/features/time/use-time-words';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { ProgressBar } from '@/features/ui/progress-bar';
import { Segmented } from '@/features/ui/segmented';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Tag } from '@/features/ui/tag';
import type { EnrolmentViewFragment } from '@/gql/graphql';
import { EnrolmentActions } from './enrolment-actions';
import { enrolmentChanged, enrolmentPage } from './enrolment-documents';
import styles from './enrolment-page.module.css';
import { History } from './history';
import { StagePath } from './stage-path';

/** One person in one run of a plan: their state, why something is locked, what happened, what HR may change. */
export function EnrolmentPage({ id }: { id: string }) {
  const t = useTranslations('enrolment');
  const ui = useTranslations('ui');
  const [{ data, error, fetching }, retry] = useQuery({ query: enrolmentPage, variables: { id } });
  useLive({ query: enrolmentChanged, variables: { id }, pause: !data?.enrolment });
  const enrolment = data?.enrolment;

  if (error && !data) {
    return (
      <PageBody>
        <FailureNote error={error} retry={() => retry({ requestPolicy: 'network-only' })} />
      </PageBody>
    );
  }
  if (!data && fetching) {
    return (
      <PageBody>
        <SkeletonRows count={8} height={56} label={ui('loading')} />
      </PageBody>
    );
  }
  if (!enrolment) {
    return (
      <PageBody>
        <Empty title={t('gone.title')} action={<ButtonLink href="/cohorts">{t('gone.action')}</ButtonLink>}>
          {t('gone.text')}
        </Empty>
      </PageBody>
    );
  }
  return <Enrolment enrolment={enrolment} />;
}

function Enrolment(props: { enrolment: Masked<EnrolmentViewFragment> }) {
  const enrolment = unmask<EnrolmentViewFragment>(props.enrolment);
  const t = useTranslations('enrolment');
  const { has, person } = useSession();
  const [view, setView] = useState<'path' | 'reminders' | 'history'>('path');
  const { cohort, planVersion } = enrolment;
  const mayManage = has('ADMIN', 'HR');
  const mayJudge = mayManage || enrolment.mentor?.id === person.id;
  return (
    <>
      <PageBar
        title={enrolment.person.name}
        facts={
          <>
            <Tag tone={enrolment.status === 'CANCELLED' ? 'danger' : enrolment.status === 'PAUSED' ? 'warn' : 'quiet'}>
              {t(`status.${enrolment.status}`)}
            </Tag>
            {enrolment.weekNow != null && enrolment.weekNow <= enrolment.weeks && (
              <Tag>{t('week', { week: enrolment.weekNow, weeks: enrolment.weeks })}</Tag>
            )}
          </>
        }
        actions={
          <>
            {cohort && (
              <ButtonLink href={`/cohorts/${encodeURIComponent(cohort.id)}`}>
                {t('board', { cohort: cohort.name })}
              </ButtonLink>
            )}
            {mayManage && <EnrolmentActions enrolment={enrolment} />}
          </>
        }
      />
      <PageBody width={960}>
        <Facts enrolment={enrolment} plan={t('plan', { title: planVersion.plan.title, number: planVersion.number })} />
        <div className={styles.view}>
          <Segmented
            label={t('view.label')}
            value={view}
            onChange={setView}
            options={[
              { value: 'path', label: t('view.path') },
              { value: 'reminders', label: t('view.reminders') },
              { value: 'history', label: t('view.history') },
            ]}
          />
        </div>
        {view === 'path' && <StagePath enrolment={enrolment} mayManage={mayManage} mayJudge={mayJudge} />}
        {view === 'reminders' && (
          <ReminderTimeline
            enrolmentId={enrolment.id}
            zone={enrolment.person.timeZone}
            mayCancel={mayManage}
            titleOf={(itemKey) => enrolment.items.find((item) => item.key === itemKey)?.title}
          />
        )}
        {view === 'history' && <History enrolment={enrolment} />}
      </PageBody>
    </>
  );
}

function Facts({ enrolment, plan }: { enrolment: EnrolmentViewFragment; plan: string }) {
  const t = useTranslations('enrolment');
  const { date } = useTimeWords(enrolment.person.timeZone);
  const { progress, person } = enrolment;
  const facts: [string, string][] = [
    [t('fact.plan'), plan],
    [t('fact.mentor'), enrolment.mentor?.name ?? t('noMentor')],
    [t('fact.department'), person.department?.name ?? '–'],
    [t('fact.startsOn'), date(enrolment.startsOn, 'full')],
    [t('fact.dueAt'), enrolment.dueAt ? date(enrolment.dueAt, 'full') : '–'],
  ];
  return (
    <section className={styles.facts}>
      <div className={styles.progress}>
        <span className={styles.big}>{progress.completion == null ? '–' : shareText(progress.completion)}</span>
        <ProgressBar share={progress.completion ?? 0} label={t('completion')} />
        <span className={styles.small}>
          {[
            t('done', { done: progress.done, needed: progress.needed }),
            progress.onTime != null && t('onTime', { share: shareText(progress.onTime) }),
            progress.overdue > 0 && t('overdue', { count: progress.overdue }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <dl className={styles.list}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

'use client';
import { shareText } from '@planwright/schema/figures';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type Masked, unmask } from '@/features/api/fragments';
import { useTimeWords } from '@/features/time/use-time-words';
import { Cell, Table } from '@/features/ui/table';
import { Tag } from '@/features/ui/tag';
import type { PersonPlansFragment, PlanOfPersonFragment } from '@/gql/graphql';
import { Panel } from './panel';
import styles from './person.module.css';
import { PersonLink } from './profile';

const newestFirst = (plans: readonly PlanOfPersonFragment[]): PlanOfPersonFragment[] =>
  plans.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn));

/** What the person follows and followed, the newest first. */
export function Plans(props: { person: Masked<PersonPlansFragment> }) {
  const { enrolments } = unmask<PersonPlansFragment>(props.person);
  const t = useTranslations('people');
  const status = useTranslations('enrolment.status');
  const words = useTimeWords();
  const plans = newestFirst(unmask<PlanOfPersonFragment>(enrolments.edges.map(({ node }) => node)));
  return (
    <Panel title={t('plans')}>
      {plans.length === 0 ? (
        <p className={styles.line}>{t('noPlans')}</p>
      ) : (
        <Table caption={t('plans')} heads={[t('plan'), t('starts'), t('mentor'), t('progress'), '']}>
          <tbody>
            {plans.map((plan) => (
              <tr key={plan.id} data-testid="plan-of-person">
                <Cell>
                  <span className={styles.two}>
                    <Link href={`/enrolments/${encodeURIComponent(plan.id)}`} className={styles.strong}>
                      {plan.planVersion.plan.title}
                    </Link>
                    <span className={styles.quiet}>{plan.cohort?.name}</span>
                  </span>
                </Cell>
                <Cell label={t('starts')}>{words.date(plan.startsOn, 'full')}</Cell>
                <Cell label={t('mentor')}>{plan.mentor && <PersonLink person={plan.mentor} />}</Cell>
                <Cell label={t('progress')}>
                  {shareText(plan.progress.completion)}
                  {plan.progress.overdue > 0 && (
                    <span className={styles.late}>{t('overdue', { count: plan.progress.overdue })}</span>
                  )}
                </Cell>
                <Cell>
                  <Tag tone={plan.status === 'CANCELLED' ? 'danger' : plan.status === 'PAUSED' ? 'warn' : 'quiet'}>
                    {status(plan.status)}
                  </Tag>
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}

/** The mentees of the person now; nothing where there are none. */
export function Mentoring(props: { person: Masked<PersonPlansFragment> }) {
  const { mentoring } = unmask<PersonPlansFragment>(props.person);
  const t = useTranslations('people');
  const mentees = newestFirst(unmask<PlanOfPersonFragment>(mentoring.edges.map(({ node }) => node)));
  if (mentees.length === 0) return null;
  return (
    <Panel title={t('mentoring', { count: mentees.length })}>
      <Table caption={t('mentoringCaption')} heads={[t('name'), t('plan'), t('progress')]}>
        <tbody>
          {mentees.map((plan) => (
            <tr key={plan.id} data-testid="mentee">
              <Cell>
                <PersonLink person={plan.person} />
              </Cell>
              <Cell label={t('plan')}>
                <Link href={`/enrolments/${encodeURIComponent(plan.id)}`}>{plan.planVersion.plan.title}</Link>
              </Cell>
              <Cell label={t('progress')}>
                {shareText(plan.progress.completion)}
                {plan.progress.overdue > 0 && (
                  <span className={styles.late}>{t('overdue', { count: plan.progress.overdue })}</span>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

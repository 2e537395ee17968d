'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type Masked, unmask } from '@/features/api/fragments';
import { Cell, Table } from '@/features/ui/table';
import { Tag } from '@/features/ui/tag';
import type { RuleLeaversFragment } from '@/gql/graphql';
import styles from './rules.module.css';

/** People in the plan by this rule who no longer match it, and what happens to them. */
export function RuleLeavers({ rule }: { rule: Masked<RuleLeaversFragment> }) {
  const t = useTranslations('enrolmentRule.leavers');
  const { leaving, noLongerMatching } = unmask<RuleLeaversFragment>(rule);
  if (noLongerMatching.length === 0 || leaving === 'KEEP') return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t('title')}</h2>
      <p className={styles.lead}>{t(leaving)}</p>
      <Table caption={t('title')} heads={[t('person'), t('what')]}>
        <tbody>
          {noLongerMatching.map(({ person, enrolment, missedRuns, inExperiment }) => (
            <tr key={enrolment.id} data-testid="rule-leaver">
              <Cell>
                <Link href={`/enrolments/${encodeURIComponent(enrolment.id)}`}>{person.name}</Link>
              </Cell>
              <Cell label={t('what')}>
                {inExperiment ? (
                  <Tag>{t('inExperiment')}</Tag>
                ) : enrolment.status === 'PAUSED' ? (
                  <Tag>{t('paused')}</Tag>
                ) : (
                  t('missed', { count: missedRuns })
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

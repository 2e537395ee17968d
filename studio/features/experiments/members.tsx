'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { byName } from '@/features/i18n/by-name';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { Cell, Table } from '@/features/ui/table';
import { Tag } from '@/features/ui/tag';
import type { ExperimentViewFragment } from '@/gql/graphql';
import { DeviationDialog } from './deviation-dialog';
import styles from './experiment-page.module.css';
import type { Phase } from './phase';

type Member = ExperimentViewFragment['members'][number];

/** Who was drawn for which version, who came late, and who runs another one and why. */
export function Members({
  experiment,
  phase,
  onChanged,
}: {
  experiment: ExperimentViewFragment;
  phase: Phase;
  onChanged: () => void;
}) {
  const t = useTranslations('experiments');
  const { has } = useSession();
  const [deviating, setDeviating] = useState<Member>();
  const { members } = experiment;
  const moved = members.filter(({ deviation }) => deviation !== null && deviation !== undefined);
  const mayDeviate = has('HR', 'ADMIN') && (phase === 'designed' || phase === 'running');
  const named = byName<Member>(useLocale(), ({ person }) => person.name);
  const rows = members.toSorted((a, b) => a.version.number - b.version.number || named(a, b));
  return (
    <section className={styles.panel} aria-labelledby="members">
      <h2 id="members" className={styles.heading}>
        {t('members.title')}
      </h2>
      <p className={styles.quiet}>
        {moved.length === 0 ? t('members.nobodyMoved') : t('members.moved', { count: moved.length })}
      </p>
      <details className={styles.more} open={moved.length > 0}>
        <summary>{t('members.show', { count: members.length })}</summary>
        <Table
          caption={t('members.title')}
          heads={[t('members.person'), t('members.department'), t('members.drawn'), t('members.notes'), '']}
        >
          <tbody>
            {rows.map((member) => (
              <tr key={member.person.id}>
                <Cell>{member.person.name}</Cell>
                <Cell label={t('members.department')}>{member.person.department?.name ?? '–'}</Cell>
                <Cell label={t('members.drawn')}>{t('version', { number: member.version.number })}</Cell>
                <Cell label={t('members.notes')}>
                  {member.late && <Tag>{t('members.late')}</Tag>}
                  {member.deviatedTo && (
                    <span>
                      {t('members.deviation', {
                        number: member.deviatedTo.number,
                        reason: member.deviation ?? '',
                      })}
                    </span>
                  )}
                </Cell>
                <Cell end>
                  {mayDeviate && !member.deviatedTo && (
                    <Button
                      look="quiet"
                      className={styles.rowAction}
                      aria-haspopup="dialog"
                      onClick={() => setDeviating(member)}
                      aria-label={t('members.deviateOf', { name: member.person.name })}
                    >
                      {t('members.deviate')}
                    </Button>
                  )}
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
      {deviating && (
        <DeviationDialog
          experiment={experiment}
          member={deviating}
          onClose={() => setDeviating(undefined)}
          onDone={() => {
            setDeviating(undefined);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { LiveSign } from '@/features/board/live-sign';
import { useBoard } from '@/features/board/use-board';
import { percent } from '@/features/charts/figures';
import { FailureNote } from '@/features/ui/failure-note';
import { ProgressBar } from '@/features/ui/progress-bar';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Cell, Table } from '@/features/ui/table';
import type { ExperimentViewFragment } from '@/gql/graphql';
import styles from './experiment-page.module.css';
import { progressByArm } from './live-by-arm';
import { Panel } from './panel';

/** The progress of the arms, live: people who look after others have to see it, and it does not reveal the outcome. */
export function LiveProcess({ experiment, cohortId }: { experiment: ExperimentViewFragment; cohortId: string }) {
  const t = useTranslations('experiments');
  const ui = useTranslations('ui');
  const { board, liveness, error } = useBoard(cohortId);
  const { arms, members } = experiment;
  const armOf = useMemo(() => new Map(members.map(({ person, version }) => [person.id, version.id])), [members]);
  const progress = board && progressByArm(board.rows, armOf);
  return (
    <Panel title={t('process.title')} lead={t('process.lead')}>
      {error && !board && <FailureNote error={error} />}
      {!board && !error && <SkeletonRows count={2} label={ui('loading')} />}
      {progress && (
        <>
          <div>
            <LiveSign liveness={liveness} />
          </div>
          <Table
            caption={t('process.title')}
            heads={[t('arms.version'), t('process.people'), t('process.completion'), t('process.late')]}
          >
            <tbody>
              {arms.map(({ version }, index) => {
                const arm = progress.get(version.id);
                return (
                  <tr key={version.id}>
                    <Cell>{t(index === 0 ? 'arms.reference' : 'arms.tried', { number: version.number })}</Cell>
                    <Cell label={t('process.people')}>{arm?.people ?? 0}</Cell>
                    <Cell label={t('process.completion')}>
                      {arm?.completion === undefined ? (
                        '–'
                      ) : (
                        <span className={styles.bar}>
                          <ProgressBar
                            share={arm.completion}
                            label={t('process.completionOf', { number: version.number })}
                          />
                          {percent(arm.completion)}
                        </span>
                      )}
                    </Cell>
                    <Cell label={t('process.late')}>{t('of', { count: arm?.late ?? 0, of: arm?.people ?? 0 })}</Cell>
                  </tr>
                );
              })}
            </tbody>
          </Table>
        </>
      )}
    </Panel>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import type { MigrationPolicy } from '@/features/migration/migration-options';
import { MigrationPreview } from '@/features/migration/migration-preview';
import type { useMigrationSummary } from '@/features/migration/use-migration-summary';
import { Segmented } from '@/features/ui/segmented';
import type { MigrationInput } from '@/gql/graphql';
import styles from './publish.module.css';

export type People = 'stay' | 'move';

/** The people in the current version: they stay in it, or move with the new one as the preview says. */
export function AffectedPeople({
  current,
  running: count,
  mayMove,
  people,
  onPeople,
  policy,
  onPolicy,
  input,
  preview,
  titles,
}: {
  current: { number: number } | null;
  /** People in the middle of the plan now. */
  running: number;
  mayMove: boolean;
  people: People;
  onPeople: (people: People) => void;
  policy: MigrationPolicy;
  onPolicy: (policy: MigrationPolicy) => void;
  input: MigrationInput | undefined;
  preview: ReturnType<typeof useMigrationSummary>;
  titles: ReadonlyMap<string, string>;
}) {
  const t = useTranslations('publish');
  if (!current || count === 0) return <p className={styles.quiet}>{t('nobody')}</p>;
  const { number } = current;
  if (!mayMove) return <p className={styles.quiet}>{t('stayThenHr', { number, count })}</p>;
  return (
    <>
      <p className={styles.quiet}>{t('running', { number, count })}</p>
      <div>
        <Segmented
          label={t('whatBecomes')}
          value={people}
          onChange={onPeople}
          options={[
            { value: 'stay', label: t('stay', { number }) },
            { value: 'move', label: t('move') },
          ]}
        />
      </div>
      {people === 'stay' ? (
        <p className={styles.quiet}>{t('stayText', { number })}</p>
      ) : (
        input && <MigrationPreview input={input} result={preview} titles={titles} policy={policy} onPolicy={onPolicy} />
      )}
    </>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { Skeleton } from '@/features/ui/skeleton';
import type { MigrationEffectKind, MigrationInput } from '@/gql/graphql';
import styles from './migration.module.css';
import type { MigrationPolicy } from './migration-options';
import { MigrationPeople } from './migration-people';
import { MigrationTotals } from './migration-totals';
import type { useMigrationSummary } from './use-migration-summary';

const EFFECTS = ['MOVES', 'STAYS', 'BLOCKED'] as const satisfies readonly MigrationEffectKind[];

/** Who is affected: three numbers, which filter the list of people below them. */
export function MigrationPreview({
  input,
  result,
  titles,
  policy,
  onPolicy,
}: {
  input: MigrationInput;
  policy: MigrationPolicy;
  onPolicy: (policy: MigrationPolicy) => void;
  result: ReturnType<typeof useMigrationSummary>;
  titles: ReadonlyMap<string, string>;
}) {
  const t = useTranslations('migration');
  const [effect, setEffect] = useState<MigrationEffectKind>();
  const { summary, last, reads, error, retry } = result;
  const sum = last ? last.moves + last.stays + last.blocked : 0;
  const { dates, newItems, moveEnded, leaveOut } = policy;
  if (error) return <FailureNote error={error} safe={t('nothingMoved')} retry={retry} />;
  const counts = summary && { MOVES: summary.moves, STAYS: summary.stays, BLOCKED: summary.blocked };
  return (
    <>
      <fieldset className={styles.figures} aria-label={t('effect')}>
        {EFFECTS.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.figure}
            data-effect={each}
            aria-pressed={effect === each}
            disabled={!counts || counts[each] === 0}
            onClick={() => setEffect(effect === each ? undefined : each)}
            data-testid={`count-${each}`}
          >
            <span className={styles.number}>{counts ? counts[each] : <Skeleton width={36} height={32} />}</span>
            <span>{t(`effects.${each}`)}</span>
          </button>
        ))}
      </fieldset>
      {((summary?.ended ?? 0) > 0 || policy.moveEnded) && (
        <label className={styles.ended}>
          <input
            type="checkbox"
            checked={policy.moveEnded}
            onChange={(event) => onPolicy({ ...policy, moveEnded: event.target.checked })}
            data-testid="move-ended"
          />
          <span>
            {policy.moveEnded ? t('moveEndedToo') : t('moveEnded', { count: summary?.ended ?? 0 })}
            <span className={styles.quiet}>{t('moveEndedText')}</span>
          </span>
        </label>
      )}
      <MigrationTotals summary={summary} policy={policy} onPolicy={onPolicy} />
      {summary?.problems.map((problem) => (
        <Note key={`${problem.code} ${problem.path.join('.')}`} tone="warn" title={problem.message} />
      ))}
      {summary && summary.unmapped.length > 0 && (
        <Note
          tone="info"
          title={t('unmapped', { titles: summary.unmapped.map((key) => titles.get(key) ?? key).join(t('comma')) })}
        />
      )}
      {last?.ownLeftOut && <p className={styles.quiet}>{t('ownLeftOut')}</p>}
      {summary && sum === 0 && <p className={styles.quiet}>{t('nobody')}</p>}
      {sum > 0 && (
        // A tick changes one person of the list, which stays as it is; every other choice makes a new one.
        <MigrationPeople
          key={[input.fromVersionId, JSON.stringify(input.to), dates, newItems, moveEnded, effect, reads].join(' ')}
          input={input}
          effect={effect}
          leaveOut={leaveOut}
          onLeaveOut={(next) => onPolicy({ ...policy, leaveOut: next })}
        />
      )}
    </>
  );
}

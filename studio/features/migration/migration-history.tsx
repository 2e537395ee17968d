'use client';
import { Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { useSession } from '@/features/session/session';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { List } from '@/features/ui/list';
import { Note } from '@/features/ui/note';
import { useToast } from '@/features/ui/toast';
import type { MigrationPlanQuery } from '@/gql/graphql';
import styles from './migration.module.css';
import { undoMigration } from './migration-documents';

type Plan = NonNullable<MigrationPlanQuery['plan']>;

/** Every migration of the plan, newest first, each with its way back while that is open. */
export function MigrationHistory({ plan, onUndone }: { plan: Plan; onUndone: () => void }) {
  const t = useTranslations('migration');
  const { has } = useSession();
  const toast = useToast();
  const { date, isPast } = useTimeWords();
  const command = useCommand(undoMigration);
  const [refusal, setRefusal] = useState<string>();
  const [running, setRunning] = useState<string>();
  const undo = async (migrationId: string) => {
    setRefusal(undefined);
    setRunning(migrationId);
    const outcome = await command.run({ input: { migrationId } });
    if (outcome.kind === 'refused') return setRefusal(outcome.userErrors[0].message);
    if (outcome.kind === 'failed') return setRefusal(t('undoFailed'));
    const { moved, left } = outcome.payload;
    toast({ tone: 'ok', text: t('undone', { count: moved, left: left.length }) });
    onUndone();
  };
  if (plan.migrations.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t('history')}>
      <h2 className={styles.heading}>{t('history')}</h2>
      {refusal && <Note tone="danger" title={refusal} />}
      <List className={styles.history}>
        {plan.migrations.map((migration) => {
          const isUndone = Boolean(migration.undoneAt);
          const isClosed = isPast(migration.undoableUntil);
          return (
            <li key={migration.id} data-testid="migration" data-undone={isUndone || undefined}>
              <span className={styles.grow}>
                {t('entry', {
                  from: migration.from.number,
                  to: migration.to.number,
                  count: migration.moved,
                })}
              </span>
              <span className={styles.quiet}>
                {date(migration.at, 'fullTime')}
                {migration.by ? ` · ${migration.by.name}` : ''}
              </span>
              {isUndone && migration.undoneAt ? (
                <span className={styles.quiet}>{t('undoneAt', { at: date(migration.undoneAt, 'fullTime') })}</span>
              ) : isClosed ? (
                <span className={styles.quiet}>{t('closed')}</span>
              ) : (
                has('ADMIN', 'HR') && (
                  <Button
                    icon={<Undo2 size={16} strokeWidth={1.75} aria-hidden />}
                    busy={command.pending && running === migration.id}
                    title={t('undoUntil', { at: date(migration.undoableUntil, 'full') })}
                    onClick={() => void undo(migration.id)}
                    data-testid="undo-migration"
                  >
                    {t('undo')}
                  </Button>
                )
              )}
            </li>
          );
        })}
      </List>
    </section>
  );
}

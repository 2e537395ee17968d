'use client';
import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { Note } from '@/features/ui/note';
import type { FindingFieldsFragment } from '@/gql/graphql';
import styles from '../reports.module.css';
import { RematchDialog } from './rematch-dialog';

/** The button that matches a mentor's people again, and what became of it. */
export function Rematch({ finding }: { finding: FindingFieldsFragment }) {
  const t = useTranslations('reports.rematch');
  const { date } = useTimeWords();
  const [isOpen, setOpen] = useState(false);
  const [matched, setMatched] = useState<number>();
  const { appliedAt } = finding;
  if (matched !== undefined) return <Note tone="ok" title={t('done', { count: matched })} />;
  if (appliedAt != null) return <Note tone="ok" title={t('doneAt', { date: date(appliedAt, 'fullTime') })} />;
  return (
    <div className={styles.act}>
      <Button
        icon={<Users size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        data-testid="rematch"
      >
        {t('open')}
      </Button>
      {isOpen && (
        <RematchDialog
          findingId={finding.id}
          onClose={() => setOpen(false)}
          onDone={(count) => {
            setOpen(false);
            setMatched(count);
          }}
        />
      )}
    </div>
  );
}

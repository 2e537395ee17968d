'use client';
import { Check, CloudOff, CloudUpload, PencilLine, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import styles from './save.module.css';
import type { SaveState } from './save-queue';

const ICONS = {
  saved: Check,
  unsaved: PencilLine,
  saving: CloudUpload,
  failed: CloudOff,
  stale: TriangleAlert,
} as const;

/** What is true about the work right now: saved when the server said so, and never before. */
export function SaveIndicator({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  const t = useTranslations('designer.save');
  const { moment } = useTimeWords();
  const Icon = ICONS[state.kind];
  const words = (): string => {
    switch (state.kind) {
      case 'saved':
        return state.at ? t('saved', { time: moment(state.at) }) : t('savedNow');
      case 'unsaved':
        return t('unsaved', { count: state.changes });
      case 'saving':
        return t('saving');
      case 'failed':
        return state.reason === 'refused' && state.message
          ? t('refused', { message: state.message })
          : t('failed', { count: state.changes });
      case 'stale':
        return t('stale', { count: state.changes });
      default: {
        const unknown: never = state;
        throw new Error(`Unknown state: ${String(unknown)}`);
      }
    }
  };
  return (
    <span className={styles.indicator} data-state={state.kind} data-testid="save-state">
      <Icon size={15} strokeWidth={2} aria-hidden />
      <span role="status">{words()}</span>
      {state.kind === 'failed' && (
        <Button look="quiet" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </span>
  );
}

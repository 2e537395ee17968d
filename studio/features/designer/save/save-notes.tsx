'use client';
import { useTranslations } from 'next-intl';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { Note } from '@/features/ui/note';
import type { PlanDocument } from '../store/plan-document';
import { useDesignerStore } from '../store/use-designer';
import type { JournalEntry } from './journal';
import styles from './save.module.css';
import type { Autosave } from './use-autosave';

/** Hands the plan to the person as a file, whatever the server says. */
export async function downloadPlan({ definition }: PlanDocument, suffix = ''): Promise<void> {
  // Few ever need it: the writer of YAML comes when it does.
  const { definitionToYaml } = await import('@planwright/schema/yaml');
  const url = URL.createObjectURL(new Blob([definitionToYaml(definition)], { type: 'application/yaml' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: `${definition.key}${suffix}.yaml` });
  link.click();
  URL.revokeObjectURL(url);
}

/** Somebody else saved this draft: three ways on, none taken by itself. */
export function StaleNote({ autosave }: { autosave: Autosave }) {
  const t = useTranslations('designer.save');
  const { date } = useTimeWords();
  const store = useDesignerStore();
  const { state } = autosave;
  if (state.kind !== 'stale') return null;
  const { theirs } = state;
  const time = date(theirs.at, 'time');
  return (
    <div className={styles.notes}>
      <Note
        tone="warn"
        title={theirs.by ? t('staleTitleBy', { name: theirs.by, time }) : t('staleTitle', { time })}
        action={
          <div className={styles.choices}>
            <Button onClick={autosave.takeTheirs}>{t('takeTheirs')}</Button>
            <Button onClick={() => void downloadPlan(store.getState().document, '-copy')}>{t('keepCopy')}</Button>
            <Button look="danger" onClick={autosave.overwrite}>
              {t('overwrite')}
            </Button>
          </div>
        }
      >
        {t('staleText', { count: state.changes })}
      </Note>
    </div>
  );
}

/** Edits of an earlier visit that never reached the server. */
export function LeftoverNote({
  entry,
  revision,
  onDone,
}: {
  entry: JournalEntry;
  revision: number;
  onDone: (restore: boolean) => void;
}) {
  const t = useTranslations('designer.save');
  const { date } = useTimeWords();
  return (
    <div className={styles.notes}>
      <Note
        tone="info"
        title={t('leftoverTitle', { time: date(entry.at, 'dayTime') })}
        action={
          <div className={styles.choices}>
            <Button look="primary" onClick={() => onDone(true)}>
              {t('restore')}
            </Button>
            <Button onClick={() => void downloadPlan(entry.document, '-unsaved')}>{t('keepCopy')}</Button>
            <Button look="quiet" onClick={() => onDone(false)}>
              {t('discard')}
            </Button>
          </div>
        }
      >
        {entry.revision === revision ? t('leftoverText') : t('leftoverOld')}
      </Note>
    </div>
  );
}

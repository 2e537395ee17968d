'use client';
import { textIn } from '@planwright/schema/text';
import { useTranslations } from 'next-intl';
import { List } from '@/features/ui/list';
import { readDefinition } from '../store/read-definition';
import { useLanguage } from '../words/use-canvas-words';
import styles from './publish.module.css';

/** A first version has nothing to compare with: it says what is in it. */
export function FirstVersion({ definition }: { definition: unknown }) {
  const t = useTranslations('publish');
  const language = useLanguage();
  const stages = readDefinition(definition)?.stages ?? [];
  return (
    <List className={styles.changes}>
      {stages.map((stage) => (
        <li key={stage.key}>
          <span>{t('stage', { title: textIn(stage.title, language), count: stage.items.length })}</span>
        </li>
      ))}
    </List>
  );
}

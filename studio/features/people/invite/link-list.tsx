'use client';
import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/features/ui/button';
import { List } from '@/features/ui/list';
import { useToast } from '@/features/ui/toast';
import styles from './invite.module.css';

export interface LinkOf {
  person: { id: string; name: string };
  url: string;
}

/** Links that were made just now, to be handed over one by one or all as a table. They cannot be read again. */
export function LinkList({ links }: { links: readonly LinkOf[] }) {
  const t = useTranslations('people.invite');
  const toast = useToast();
  const copy = async (text: string, said: string) => {
    await navigator.clipboard.writeText(text);
    toast({ tone: 'ok', text: said });
  };
  return (
    <>
      <List className={styles.links}>
        {links.map(({ person, url }) => (
          <li key={person.id} className={styles.link}>
            <span>{person.name}</span>
            <Button
              icon={<Copy size={16} strokeWidth={1.75} aria-hidden />}
              aria-label={t('copyOf', { name: person.name })}
              onClick={() => void copy(url, t('copied', { name: person.name }))}
            >
              {t('copy')}
            </Button>
          </li>
        ))}
      </List>
      {links.length > 1 && (
        <Button
          onClick={() =>
            void copy(
              links.map(({ person, url }) => `${person.name}\t${url}`).join('\n'),
              t('copiedAll', { count: links.length }),
            )
          }
        >
          {t('copyAll')}
        </Button>
      )}
    </>
  );
}

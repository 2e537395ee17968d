'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ComponentPropsWithRef } from 'react';
import { dateWords } from '@/features/time/words';
import { Button } from '@/features/ui/button';
import type { KeptText } from './kept-text';
import styles from './long-text.module.css';

/**
 * The only field of several lines. It takes nothing but a text that is kept somewhere, so that no form can lose what
 * people wrote. What was typed on an earlier visit says so, and can be thrown away.
 */
export function LongText({
  kept,
  onEdited,
  ...rest
}: Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange' | 'defaultValue'> & {
  kept: KeptText;
  onEdited?: () => void;
}) {
  return (
    <>
      <textarea
        {...rest}
        value={kept.value}
        onChange={(event) => {
          kept.set(event.target.value);
          onEdited?.();
        }}
      />
      {kept.since && kept.value !== '' && <FromEarlier since={kept.since} discard={kept.discard} />}
    </>
  );
}

function FromEarlier({ since, discard }: { since: string; discard: (() => void) | undefined }) {
  const t = useTranslations('ui');
  const locale = useLocale();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <span className={styles.earlier} data-testid="kept-text">
      {t('keptSince', { time: dateWords(since, 'dayTime', locale, timeZone) })}
      {discard && (
        <Button look="quiet" onClick={discard}>
          {t('discardText')}
        </Button>
      )}
    </span>
  );
}

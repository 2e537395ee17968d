'use client';
import { useTranslations } from 'next-intl';
import type { CombinedError } from 'urql';
import { failureKind } from '@/features/api/failure';
import { Button } from './button';
import { Note } from './note';

/** A failed request of a page: what failed, what is safe, what to do. `safe` overrides the middle sentence. */
export function FailureNote({ error, safe, retry }: { error: CombinedError; safe?: string; retry?: () => void }) {
  const t = useTranslations('ui');
  const kind = failureKind(error);
  // The frame already asks people to sign in again, and reads everything again after that.
  if (kind === 'signedOut') return null;
  return (
    <Note
      tone="danger"
      title={t(`failure.${kind}.title`)}
      action={retry && kind !== 'forbidden' ? <Button onClick={retry}>{t('retry')}</Button> : undefined}
    >
      {safe ?? t(`failure.${kind}.text`)}
    </Note>
  );
}

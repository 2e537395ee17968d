'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/features/ui/button';
import { Note } from '@/features/ui/note';
import { PageBody } from '@/features/ui/page';

/** A page that broke: the frame stays, what was saved is safe, and the page can be tried again. */
export default function PageFailed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('frame');
  useEffect(() => console.error(error), [error]);
  return (
    <PageBody width={720}>
      <Note tone="danger" title={t('broken')} action={<Button onClick={reset}>{t('tryAgain')}</Button>}>
        {t('brokenText')}
      </Note>
    </PageBody>
  );
}

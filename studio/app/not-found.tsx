import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';

/** An address that leads nowhere. */
export default async function NotFound() {
  const t = await getTranslations('frame');
  return (
    <main style={{ paddingTop: '20vh' }}>
      <Empty
        isPage
        title={t('notFound')}
        action={
          <ButtonLink href="/" look="primary">
            {t('toStart')}
          </ButtonLink>
        }
      >
        {t('notFoundText')}
      </Empty>
    </main>
  );
}

import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { ReviewsPage } from '@/features/reviews/reviews-page';

export async function generateMetadata() {
  const t = await getTranslations('frame');
  return { title: t('places.reviews') };
}

export default function Page() {
  return (
    <Suspense>
      <ReviewsPage />
    </Suspense>
  );
}

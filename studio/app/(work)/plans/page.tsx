import { getTranslations } from 'next-intl/server';
import { PlansPage } from '@/features/plans/plans-page';

export async function generateMetadata() {
  const t = await getTranslations('frame');
  return { title: t('places.plans') };
}

export default function Page() {
  return <PlansPage />;
}

import { getTranslations } from 'next-intl/server';
import { PeoplePage } from '@/features/people/people-page';

export async function generateMetadata() {
  const t = await getTranslations('frame');
  return { title: t('places.people') };
}

export default function Page() {
  return <PeoplePage />;
}

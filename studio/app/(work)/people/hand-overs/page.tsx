import { getTranslations } from 'next-intl/server';
import { HandOversPage } from '@/features/people/leaving/hand-overs-page';

export async function generateMetadata() {
  const t = await getTranslations('handOvers');
  return { title: t('title') };
}

export default function Page() {
  return <HandOversPage />;
}

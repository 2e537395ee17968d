import { getTranslations } from 'next-intl/server';
import { ImportPage } from '@/features/people/import/import-page';

export async function generateMetadata() {
  const t = await getTranslations('peopleImport');
  return { title: t('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<{ id?: string | string[] }> }) {
  const { id } = await searchParams;
  return <ImportPage id={typeof id === 'string' ? id : undefined} />;
}

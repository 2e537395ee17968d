import { getTranslations } from 'next-intl/server';
import { CodesPage } from '@/features/surveys/rounds/codes-page';

export async function generateMetadata() {
  const t = await getTranslations('surveys.codes');
  return { title: t('title') };
}

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ round?: string }>;
}) {
  const { id } = await params;
  const { round } = await searchParams;
  return <CodesPage cohortId={decodeURIComponent(id)} roundId={round ?? ''} />;
}

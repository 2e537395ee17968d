import { getTranslations } from 'next-intl/server';
import { MyPlanPage } from '@/features/my-plan/my-plan-page';

export async function generateMetadata() {
  const t = await getTranslations('frame');
  return { title: t('places.myPlan') };
}

export default function Page() {
  return <MyPlanPage />;
}

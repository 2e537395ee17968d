import { getTranslations } from 'next-intl/server';
import { ForgotPage } from '@/features/account/forgot-page';

export async function generateMetadata() {
  const t = await getTranslations('account');
  return { title: t('forgot.title') };
}

export default function Page() {
  return <ForgotPage />;
}

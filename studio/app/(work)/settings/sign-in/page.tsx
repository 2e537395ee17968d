import { getTranslations } from 'next-intl/server';
import { SignInProvidersPage } from '@/features/sign-in-providers/sign-in-providers-page';

export async function generateMetadata() {
  const t = await getTranslations('settings');
  return { title: t('tabs.signIn') };
}

export default function Page() {
  return <SignInProvidersPage />;
}

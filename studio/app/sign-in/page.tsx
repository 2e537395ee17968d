import { getTranslations } from 'next-intl/server';
import { demoPassword } from '@/features/session/demo-accounts';
import { providerProblem } from '@/features/session/provider-way';
import { SignInPage } from '@/features/session/sign-in-page';

export async function generateMetadata() {
  const t = await getTranslations('signIn');
  return { title: t('submit') };
}

/** `searchParams.return`: where to go afterwards; `problem`: why a provider let nobody in. The demo accounts show only where the launcher says there are some. */
export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { return: to, problem } = await searchParams;
  return (
    <SignInPage
      returnTo={typeof to === 'string' ? to : undefined}
      problem={providerProblem(problem)}
      demoPassword={demoPassword(process.env)}
    />
  );
}

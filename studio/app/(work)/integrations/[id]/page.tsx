import { IntegrationPage } from '@/features/integrations/integration-page';

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ test?: string }>;
}) {
  const [{ id }, { test }] = await Promise.all([params, searchParams]);
  return <IntegrationPage id={decodeURIComponent(id)} testNow={test === '1'} />;
}

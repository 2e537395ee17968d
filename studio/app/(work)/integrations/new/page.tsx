import { IntegrationPage } from '@/features/integrations/integration-page';

export default async function Page({ searchParams }: { searchParams: Promise<{ plugin?: string }> }) {
  const { plugin } = await searchParams;
  return <IntegrationPage {...(plugin ? { pluginKey: plugin } : {})} />;
}

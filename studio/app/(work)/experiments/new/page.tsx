import { DesignPage } from '@/features/experiments/design/design-page';

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ plan?: string; from?: string; to?: string }>;
}) {
  const { plan, from, to } = await searchParams;
  return <DesignPage planKey={plan} versionIds={[from, to].flatMap((id) => id ?? [])} />;
}

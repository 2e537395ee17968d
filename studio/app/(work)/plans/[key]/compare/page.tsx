import { ComparePage } from '@/features/versions/compare-page';

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ from?: string; to?: string; metric?: string }>;
}) {
  const [{ key }, asked] = await Promise.all([params, searchParams]);
  return <ComparePage planKey={decodeURIComponent(key)} asked={asked} />;
}

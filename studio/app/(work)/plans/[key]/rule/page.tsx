import { RulePage } from '@/features/enrolment-rules/rule-page';

export default async function Page({ params }: { params: Promise<{ key: string }> }) {
  return <RulePage planKey={(await params).key} />;
}

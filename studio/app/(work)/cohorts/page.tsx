import { CohortList } from '@/features/cohorts/cohort-list';

export default function Page() {
  return <CohortList />;
}

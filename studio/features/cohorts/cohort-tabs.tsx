'use client';
import { useTranslations } from 'next-intl';
import { useSession } from '@/features/session/session';
import { SectionNav } from '@/features/ui/section-nav';

/** What HR looks at of one cohort. Others see its board only, and no tabs. */
export function CohortTabs({ cohortId, current }: { cohortId: string; current: 'board' | 'surveys' }) {
  const t = useTranslations('cohorts.tabs');
  const { has } = useSession();
  if (!has('HR', 'ADMIN')) return null;
  const path = `/cohorts/${encodeURIComponent(cohortId)}`;
  return (
    <SectionNav
      label={t('label')}
      tabs={[
        { key: 'board', path, text: t('board') },
        { key: 'surveys', path: `${path}/surveys`, text: t('surveys') },
        { key: 'report', path: `${path}/report`, text: t('report') },
      ]}
      current={current}
    />
  );
}

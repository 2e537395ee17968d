'use client';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { SectionNav } from '@/features/ui/section-nav';

const TABS = [
  { key: 'people', path: '/people' },
  { key: 'departments', path: '/people/departments' },
  { key: 'jobRoles', path: '/people/job-roles' },
] as const;

/** Who is here, in which departments, with which jobs: pages side by side under one place of the rail. */
export function PeopleTabs() {
  const t = useTranslations('people.tabs');
  const path = usePathname();
  const current = TABS.findLast((tab) => path === tab.path)?.key;
  return <SectionNav label={t('label')} tabs={TABS.map((tab) => ({ ...tab, text: t(tab.key) }))} current={current} />;
}

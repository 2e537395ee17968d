'use client';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { SectionNav } from '@/features/ui/section-nav';

const TABS = [
  { key: 'integrations', path: '/integrations' },
  { key: 'routing', path: '/integrations/channels' },
  { key: 'plugins', path: '/plugins' },
  { key: 'messages', path: '/messages' },
] as const;

/** What goes out, through what, by whose rules, and what became of it: four pages under one place of the rail. */
export function SectionTabs() {
  const t = useTranslations('integrations.tabs');
  const path = usePathname();
  const current = TABS.findLast((tab) => path === tab.path || path.startsWith(`${tab.path}/`))?.key;
  return <SectionNav label={t('label')} tabs={TABS.map((tab) => ({ ...tab, text: t(tab.key) }))} current={current} />;
}

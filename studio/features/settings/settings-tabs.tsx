'use client';
import { useTranslations } from 'next-intl';
import { SectionNav } from '@/features/ui/section-nav';

const TABS = [
  { key: 'workspace', path: '/settings' },
  { key: 'calendar', path: '/settings/calendar' },
] as const;

/** The pages of the workspace's settings. */
export function SettingsTabs({ current }: { current: (typeof TABS)[number]['key'] }) {
  const t = useTranslations('settings');
  return (
    <SectionNav
      label={t('title')}
      tabs={TABS.map(({ key, path }) => ({ key, path, text: t(`tabs.${key}`) }))}
      current={current}
    />
  );
}

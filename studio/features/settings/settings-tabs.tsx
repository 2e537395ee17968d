'use client';
import { useTranslations } from 'next-intl';
import { useSession } from '@/features/session/session';
import { SectionNav } from '@/features/ui/section-nav';

const TABS = [
  { key: 'workspace', path: '/settings' },
  { key: 'calendar', path: '/settings/calendar' },
  { key: 'signIn', path: '/settings/sign-in' },
] as const;

/** The pages of the workspace's settings. How people sign in is for administrators alone. */
export function SettingsTabs({ current }: { current: (typeof TABS)[number]['key'] }) {
  const t = useTranslations('settings');
  const { has } = useSession();
  const tabs = TABS.filter(({ key }) => key !== 'signIn' || has('ADMIN'));
  return (
    <SectionNav
      label={t('title')}
      tabs={tabs.map(({ key, path }) => ({ key, path, text: t(`tabs.${key}`) }))}
      current={current}
    />
  );
}

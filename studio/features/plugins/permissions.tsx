'use client';
import { fieldsOfSchema } from '@planwright/schema/settings';
import { Calculator, Globe, type LucideIcon, Mail, Webhook } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type Permission, permissionList } from './permission-list';
import styles from './plugins.module.css';

const ICONS: Record<Permission['kind'], LucideIcon> = {
  host: Globe,
  hostOfSetting: Globe,
  mail: Mail,
  inbound: Webhook,
};

/** What a plugin may do, in words. */
export function Permissions({ permissions, configSchema }: { permissions: unknown; configSchema: unknown }) {
  const language = useLocale() === 'en' ? 'en' : 'zh-CN';
  const settings = fieldsOfSchema(configSchema, language);
  const t = useTranslations('plugins.permissions');
  const list = permissionList(permissions);
  const sentence = (each: Permission): string => {
    switch (each.kind) {
      case 'host':
        return t('host', { host: each.host });
      case 'hostOfSetting':
        return t('hostOfSetting', {
          setting: settings.find((field) => field.name === each.setting)?.title ?? each.setting,
        });
      default:
        return t(each.kind);
    }
  };
  return (
    <ul className={styles.permissions}>
      {list.length === 0 && (
        <li>
          <Calculator size={16} strokeWidth={1.75} aria-hidden />
          {t('none')}
        </li>
      )}
      {list.map((each) => {
        const Icon = ICONS[each.kind];
        return (
          <li key={JSON.stringify(each)}>
            <Icon size={16} strokeWidth={1.75} aria-hidden />
            {sentence(each)}
          </li>
        );
      })}
    </ul>
  );
}

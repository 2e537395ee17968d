'use client';
import { CircleAlert, CircleCheck, CircleHelp, CirclePause } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { IntegrationHealth } from '@/gql/graphql';
import styles from './health-sign.module.css';

const LOOKS = {
  HEALTHY: { icon: CircleCheck, tone: 'ok' },
  FAILING: { icon: CircleAlert, tone: 'danger' },
  OPEN_CIRCUIT: { icon: CirclePause, tone: 'warn' },
  UNKNOWN: { icon: CircleHelp, tone: 'quiet' },
} as const satisfies Record<IntegrationHealth, unknown>;

/** Whether an integration works: a sign and its word. */
export function HealthSign({ health }: { health: IntegrationHealth }) {
  const t = useTranslations('integrations.health');
  const { icon: Icon, tone } = LOOKS[health];
  return (
    <span className={styles.sign} data-tone={tone}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      {t(health)}
    </span>
  );
}

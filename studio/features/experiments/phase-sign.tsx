'use client';
import { Ban, CircleStop, Hourglass, type LucideIcon, PencilRuler, Play, SearchCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Phase } from './phase';
import styles from './signs.module.css';

const ICONS: Record<Phase, LucideIcon> = {
  designed: PencilRuler,
  running: Play,
  due: Hourglass,
  analysed: SearchCheck,
  stopped: CircleStop,
  cancelled: Ban,
};

/** Where an experiment stands, as sign and word. */
export function PhaseSign({ phase }: { phase: Phase }) {
  const t = useTranslations('experiments');
  const Icon = ICONS[phase];
  return (
    <span className={styles.sign} data-phase={phase}>
      <Icon size={14} strokeWidth={2} aria-hidden />
      {t(`phase.${phase}`)}
    </span>
  );
}

'use client';
import { pText } from '@planwright/schema/figures';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { unmask } from '@/features/api/fragments';
import { correlation } from '@/features/charts/figures';
import { RangeTable } from '@/features/charts/range-table';
import { CORRELATIONS } from '@/features/charts/scale';
import { Button } from '@/features/ui/button';
import type { CorrelationFieldsFragment, ReportFieldsFragment } from '@/gql/graphql';
import { NoFigures, Section } from '../section';

/** Pairs that are shown before somebody asks for all of them. */
const FIRST = 10;
const BADGES = ['SOLID', 'EXPLORATORY', 'TOO_FEW', 'NONE'] as const;
export type CorrelationBadge = (typeof BADGES)[number];

export const badgeOf = (name: string): CorrelationBadge => BADGES.find((badge) => badge === name) ?? 'NONE';

/** What goes with what, by how surely it does; and how many pairs were looked at to find it. */
export function Correlations({ report, number }: { report: ReportFieldsFragment; number: number }) {
  const t = useTranslations('reports');
  const [isWhole, setWhole] = useState(false);
  const { scanned } = report;
  const correlations = unmask<CorrelationFieldsFragment>(report.correlations);
  const shown = isWhole ? correlations : correlations.slice(0, FIRST);
  return (
    <Section
      id="correlations"
      number={number}
      title={t('correlations.title')}
      lead={scanned > 0 && t('correlations.lead', { scanned })}
    >
      {correlations.length === 0 ? (
        <NoFigures>{t('correlations.none')}</NoFigures>
      ) : (
        <RangeTable
          caption={t('correlations.caption')}
          titleHead={t('correlations.pair')}
          heads={[
            t('n'),
            t('correlations.pearson'),
            t('interval'),
            t('correlations.adjustedP'),
            t('correlations.badge'),
          ]}
          chartHead={t('correlations.chart')}
          scale={CORRELATIONS}
          tickText={correlation}
          mark={0}
          rows={shown.map((line) => rowOf(line, t))}
        />
      )}
      {correlations.length > FIRST && (
        <p>
          <Button look="quiet" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
            {isWhole ? t('correlations.fewer') : t('correlations.all', { count: correlations.length })}
          </Button>
        </p>
      )}
    </Section>
  );
}

function rowOf(line: CorrelationFieldsFragment, t: ReturnType<typeof useTranslations<'reports'>>) {
  const { x, y, n, pearson, low, high, adjustedP, badge, reason } = line;
  const title = t('correlations.of', { x, y });
  const interval = low == null || high == null ? '' : t('from', { low: correlation(low), high: correlation(high) });
  const word = t(`correlations.badges.${badgeOf(badge)}`);
  return {
    key: `${x} ${y}`,
    title,
    low: low ?? null,
    high: high ?? null,
    middle: pearson ?? null,
    reason: pearson == null ? (reason ?? t('correlations.noReason')) : undefined,
    label: t('correlations.label', { title, r: pearson == null ? '–' : correlation(pearson), interval, n }),
    cells: [
      t('people', { count: n }),
      pearson == null ? '' : correlation(pearson),
      interval,
      adjustedP == null ? '' : pText(adjustedP),
      word,
    ],
  };
}

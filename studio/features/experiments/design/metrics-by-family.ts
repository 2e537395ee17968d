'use client';
import { useTranslations } from 'next-intl';
import { FAMILIES } from '@/features/outcomes/metric';
import type { DesignChoicesQuery } from '@/gql/graphql';

export type Metric = DesignChoicesQuery['metrics'][number];

/** Metrics family by family, each with its family beside it, for a picker. */
export function useMetricsByFamily(metrics: readonly Metric[]): { key: string; title: string; about: string }[] {
  const t = useTranslations('experiments');
  const place = ({ family }: Metric) => FAMILIES.indexOf(family);
  return metrics
    .toSorted((a, b) => place(a) - place(b))
    .map(({ key, title, family }) => ({ key, title, about: t(`family.${family}`) }));
}

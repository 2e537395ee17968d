'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Masked, unmask } from '@/features/api/fragments';
import { correlation, figure, percent, tickText } from '@/features/charts/figures';
import { type RangeRow, RangeTable } from '@/features/charts/range-table';
import { CORRELATIONS, type Scale, SHARES } from '@/features/charts/scale';
import { Segmented } from '@/features/ui/segmented';
import type {
  CorrelationFieldsFragment,
  ItemFieldsFragment,
  ReportFieldsFragment,
  ShareFieldsFragment,
} from '@/gql/graphql';
import { type Manifest } from '../manifest';
import styles from '../reports.module.css';
import { NoFigures, Section } from '../section';
import { useShareWords } from '../share-table';

const DRAWN = ['completion', 'onTime', 'quality', 'association'] as const;
type Drawn = (typeof DRAWN)[number];

const POINTS: Scale = { low: 0, high: 100, ticks: [0, 25, 50, 75, 100] };
const SCALES: Record<Drawn, Scale> = { completion: SHARES, onTime: SHARES, quality: POINTS, association: CORRELATIONS };
const TICKS: Record<Drawn, (tick: number) => string> = {
  completion: percent,
  onTime: percent,
  quality: tickText,
  association: correlation,
};

/** Courses and tasks: all figures in the table, one of them drawn. */
export function Items({
  report,
  manifest,
  number,
}: {
  report: ReportFieldsFragment;
  manifest: Manifest;
  number: number;
}) {
  const t = useTranslations('reports');
  const [drawn, setDrawn] = useState<Drawn>('completion');
  const hasItems = report.courses.length + report.tasks.length > 0;
  return (
    <Section id="items" number={number} title={t('items.title')} lead={t('items.lead')}>
      {!hasItems && <NoFigures>{t('items.none')}</NoFigures>}
      {hasItems && (
        <div className={styles.choice}>
          <Segmented
            label={t('items.drawn')}
            options={DRAWN.map((value) => ({ value, label: t(`items.${value}`) }))}
            value={drawn}
            onChange={setDrawn}
          />
        </div>
      )}
      {report.courses.length > 0 && (
        <ItemTable title={t('items.courses')} items={report.courses} drawn={drawn} manifest={manifest} />
      )}
      {report.tasks.length > 0 && (
        <ItemTable title={t('items.tasks')} items={report.tasks} drawn={drawn} manifest={manifest} />
      )}
    </Section>
  );
}

function ItemTable({
  title,
  items,
  drawn,
  manifest,
}: {
  title: string;
  items: readonly Masked<ItemFieldsFragment>[];
  drawn: Drawn;
  manifest: Manifest;
}) {
  const t = useTranslations('reports');
  const words = useShareWords();
  const target = manifest.targets[drawn];
  const rows = unmask<ItemFieldsFragment>(items).map((item): RangeRow => {
    const { itemKey, quality, qualityOf } = item;
    const { completion, onTime, association } = figuresOf(item);
    const range = rangeOf(item, drawn);
    const cells = [
      words.counted(completion),
      words.counted(onTime),
      quality == null ? '–' : t('items.qualityOf', { quality: figure(quality), n: qualityOf }),
      association?.pearson == null
        ? '–'
        : t('items.associationOf', { r: correlation(association.pearson), n: association.n }),
    ];
    const reason =
      range.middle === null ? (drawn === 'association' && association?.reason) || t(`items.no.${drawn}`) : undefined;
    return {
      key: itemKey,
      title: item.title,
      ...range,
      target,
      reason,
      label: t('items.label', {
        title: item.title,
        figure: t(`items.${drawn}`),
        value: cells[DRAWN.indexOf(drawn)] ?? '',
      }),
      cells,
    };
  });
  return (
    <>
      <h3 className={styles.part}>{title}</h3>
      <RangeTable
        caption={t('items.caption', { title, figure: t(`items.${drawn}`) })}
        titleHead={t('items.item')}
        heads={DRAWN.map((each) => t(`items.${each}`))}
        chartHead={
          target === undefined ? t(`items.${drawn}`) : t('items.chartWithTarget', { figure: t(`items.${drawn}`) })
        }
        rows={rows}
        scale={SCALES[drawn]}
        tickText={TICKS[drawn]}
        mark={drawn === 'association' ? 0 : undefined}
      />
    </>
  );
}

const figuresOf = ({ completion, onTime, association }: ItemFieldsFragment) => ({
  completion: unmask<ShareFieldsFragment>(completion),
  onTime: unmask<ShareFieldsFragment>(onTime),
  association: unmask<CorrelationFieldsFragment>(association),
});

function rangeOf(item: ItemFieldsFragment, drawn: Drawn): Pick<RangeRow, 'low' | 'high' | 'middle'> {
  const { quality, qualityLow, qualityHigh } = item;
  const { completion, onTime, association } = figuresOf(item);
  const from = (low?: number | null, high?: number | null, middle?: number | null) => ({
    low: low ?? null,
    high: high ?? null,
    middle: middle ?? null,
  });
  switch (drawn) {
    case 'completion':
      return from(completion.low, completion.high, completion.share);
    case 'onTime':
      return from(onTime.low, onTime.high, onTime.share);
    case 'quality':
      return from(qualityLow, qualityHigh, quality);
    case 'association':
      return from(association?.low, association?.high, association?.pearson);
  }
}

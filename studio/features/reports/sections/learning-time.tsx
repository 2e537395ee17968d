import { useLocale, useTranslations } from 'next-intl';
import { tickText } from '@/features/charts/figures';
import { RangeTable } from '@/features/charts/range-table';
import { scaleOver } from '@/features/charts/scale';
import { spanText } from '@/features/time/span';
import type { ReportFieldsFragment } from '@/gql/graphql';
import styles from '../reports.module.css';

type Line = ReportFieldsFragment['learningTime'][number];

/** How long people said they took: in all, then item by item beside what the plan foresees. */
export function LearningTime({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations('reports');
  const locale = useLocale();
  const time = (minutes: number) => spanText(minutes, locale);
  const half = ({ low, high }: Line) =>
    low == null || high == null ? '–' : t('from', { low: time(low), high: time(high) });
  const inAll = lines.find(({ itemKey }) => itemKey == null);
  const items = lines.filter(({ itemKey }) => itemKey != null);
  if (!inAll) return null;
  const rows = items.map((line) => ({
    key: line.itemKey ?? '',
    title: line.title,
    low: line.low ?? null,
    high: line.high ?? null,
    middle: line.median ?? null,
    target: line.planned ?? undefined,
    reason: line.median == null ? t('time.tooFew') : undefined,
    label: t('time.label', {
      title: line.title,
      median: line.median == null ? '–' : time(line.median),
      half: half(line),
      n: line.n,
    }),
    cells: [
      line.planned == null ? '–' : time(line.planned),
      ...(line.median == null ? ['', '', ''] : [String(line.n), time(line.median), half(line)]),
    ],
  }));
  return (
    <div data-testid="learning-time">
      <h3 className={styles.part}>{t('time.title')}</h3>
      <p className={styles.lead}>
        {inAll.median == null
          ? t('time.tooFew')
          : t('time.inAll', { median: time(inAll.median), half: half(inAll), n: inAll.n })}
      </p>
      {rows.length > 0 && (
        <RangeTable
          caption={t('time.caption')}
          titleHead={t('items.item')}
          heads={[t('time.planned'), t('n'), t('time.median'), t('time.half')]}
          chartHead={t('time.chart')}
          rows={rows}
          scale={scaleOver([0, ...items.flatMap(({ low, high, planned }) => [low, high, planned])])}
          tickText={tickText}
        />
      )}
    </div>
  );
}

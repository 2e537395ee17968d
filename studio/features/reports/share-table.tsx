import { useTranslations } from 'next-intl';
import { type Masked, unmask } from '@/features/api/fragments';
import { percent } from '@/features/charts/figures';
import { RangeTable } from '@/features/charts/range-table';
import { SHARES } from '@/features/charts/scale';
import type { ShareFieldsFragment } from '@/gql/graphql';

/** Shares with their counts, and bars that say how sure each is. */
export function ShareTable({
  caption,
  titleHead,
  shares,
  noneYet,
  targetOf,
}: {
  caption: string;
  titleHead: string;
  shares: readonly Masked<ShareFieldsFragment>[];
  /** Said of a share of nothing. */
  noneYet: string;
  targetOf?: (share: ShareFieldsFragment) => number | undefined;
}) {
  const t = useTranslations('reports');
  const words = useShareWords();
  const rows = unmask<ShareFieldsFragment>(shares).map((line) => {
    const { key, title, share, low, high, suppressed } = line;
    const target = targetOf?.(line);
    const aim = target === undefined ? '' : t('share.target', { target: percent(target) });
    return {
      key,
      title,
      low: low ?? null,
      high: high ?? null,
      middle: share ?? null,
      target,
      label: `${title} ${words.counted(line)} ${words.interval(line)} ${aim}`.trim(),
      reason: share != null ? undefined : suppressed ? t('share.suppressed') : noneYet,
      cells: share == null ? ['', '', ''] : [words.count(line), percent(share), words.interval(line)],
    };
  });
  const hasTarget = rows.some(({ target }) => target !== undefined);
  return (
    <RangeTable
      caption={caption}
      titleHead={titleHead}
      heads={[t('share.count'), t('share.share'), t('interval')]}
      chartHead={hasTarget ? t('share.chartWithTarget') : t('share.chart')}
      rows={rows}
      scale={SHARES}
      tickText={percent}
    />
  );
}

/** Shares in words: never a percentage without its denominator. */
export function useShareWords() {
  const t = useTranslations('reports');
  const count = ({ count: part, of }: Pick<ShareFieldsFragment, 'count' | 'of'>) =>
    t('share.of', { count: String(part), of: String(of) });
  return {
    count,
    counted: ({ share, count: part, of }: Pick<ShareFieldsFragment, 'share' | 'count' | 'of'>) =>
      share == null ? '–' : t('share.counted', { share: percent(share), count: String(part), of: String(of) }),
    interval: ({ low, high }: Pick<ShareFieldsFragment, 'low' | 'high'>) =>
      low == null || high == null ? '–' : t('from', { low: percent(low), high: percent(high) }),
  };
}

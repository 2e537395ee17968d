'use client';
import { pText } from '@planwright/schema/figures';
import { useTranslations } from 'next-intl';
import { signed, tickText } from '@/features/charts/figures';
import { RangeTable } from '@/features/charts/range-table';
import { scaleOver } from '@/features/charts/scale';
import { Panel } from '@/features/experiments/panel';
import type { ComparedVersionsFragment } from '@/gql/graphql';

/** The same comparison by other methods, also the crude one, so that nothing hides behind a model. */
export function Methods({ compared }: { compared: ComparedVersionsFragment }) {
  const t = useTranslations('versions');
  const words = useTranslations('experiments');
  const lines = [compared.estimate, ...compared.sensitivity];
  if (lines.every(({ estimate }) => estimate == null)) return null;
  const scale = scaleOver([0, ...lines.flatMap(({ low, high, estimate }) => [low, high, estimate])]);
  return (
    <Panel title={words('sensitivity.title')} lead={t('methodsLead')}>
      <RangeTable
        caption={words('sensitivity.title')}
        titleHead={words('sensitivity.method')}
        heads={[words('results.estimate'), words('results.interval'), 'p']}
        chartHead={t('chart')}
        scale={scale}
        tickText={tickText}
        mark={0}
        rows={lines.map(({ method, estimate, low, high, pValue, note }, index) => {
          const interval =
            low == null || high == null ? '–' : words('results.from', { low: signed(low), high: signed(high) });
          const shown = estimate == null ? '–' : signed(estimate);
          return {
            key: `${index} ${method}`,
            title: index === 0 ? <strong>{method}</strong> : method,
            low: low ?? null,
            high: high ?? null,
            middle: estimate ?? null,
            reason: estimate == null ? (note ?? words('sensitivity.none')) : undefined,
            label: words('sensitivity.label', { method, estimate: shown, interval }),
            cells: [shown, interval, pValue == null ? '–' : pText(pValue)],
          };
        })}
      />
    </Panel>
  );
}

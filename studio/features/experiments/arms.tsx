'use client';
import { useTranslations } from 'next-intl';
import { DotStrip } from '@/features/charts/dot-strip';
import { figure, tickText } from '@/features/charts/figures';
import { RangeTable } from '@/features/charts/range-table';
import { scaleOver } from '@/features/charts/scale';
import { Cell, Table } from '@/features/ui/table';
import type { ExperimentViewFragment } from '@/gql/graphql';
import { Panel } from './panel';

/** The versions with how many were drawn and measured; from the analysis date on with one dot a person. */
export function Arms({ experiment }: { experiment: ExperimentViewFragment }) {
  const t = useTranslations('experiments');
  const { arms, metric } = experiment;
  const name = (number: number, index: number) => t(index === 0 ? 'arms.reference' : 'arms.tried', { number });
  const values = arms.flatMap((arm) => arm.values ?? []);
  if (values.length === 0) {
    return (
      <Panel title={t('arms.title')}>
        <Table caption={t('arms.title')} heads={[t('arms.version'), t('arms.allocated'), t('arms.measured')]}>
          <tbody>
            {arms.map(({ version, allocated, measured }, index) => (
              <tr key={version.id}>
                <Cell>{name(version.number, index)}</Cell>
                <Cell label={t('arms.allocated')}>{t('people', { count: allocated })}</Cell>
                <Cell label={t('arms.measured')}>{t('of', { count: measured, of: allocated })}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </Panel>
    );
  }
  const scale = scaleOver(values);
  return (
    <Panel
      title={t('arms.everybody', {
        metric: metric.unit ? t('inUnit', { title: metric.title, unit: metric.unit }) : metric.title,
      })}
    >
      <RangeTable
        caption={t('arms.caption', { metric: metric.title })}
        titleHead={t('arms.version')}
        heads={[t('arms.measured'), t('arms.mean'), t('arms.spread')]}
        chartHead={t('arms.chart')}
        scale={scale}
        tickText={tickText}
        rows={arms.map(({ version, values: own, mean, standardDeviation, measured, allocated }, index) => ({
          key: version.id,
          title: name(version.number, index),
          low: null,
          high: null,
          middle: null,
          label: '',
          drawn: (
            <DotStrip
              values={own ?? []}
              scale={scale}
              mean={mean}
              label={t('arms.dots', { number: version.number, count: own?.length ?? 0 })}
            />
          ),
          cells: [
            t('of', { count: measured, of: allocated }),
            mean == null ? '–' : figure(mean),
            standardDeviation == null ? '–' : figure(standardDeviation),
          ],
        }))}
      />
    </Panel>
  );
}

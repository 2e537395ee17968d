'use client';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { signed } from '@/features/charts/figures';
import { Panel } from '@/features/experiments/panel';
import { Cell, Table } from '@/features/ui/table';
import type { ComparedVersionsFragment } from '@/gql/graphql';
import styles from './versions.module.css';

/** How alike the people of both versions were from the start, before and after they were weighted. */
export function Balance({ compared }: { compared: ComparedVersionsFragment }) {
  const t = useTranslations('versions');
  const deviations = (value: number | null | undefined) =>
    value == null ? '–' : t('deviations', { value: signed(value) });
  const { randomised } = compared;
  const before = t(randomised ? 'apart' : 'before');
  return (
    <Panel title={t('balance')} lead={t(randomised ? 'balanceDrawn' : 'balanceLead')}>
      <Table caption={t('balance')} heads={[t('feature'), before, ...(randomised ? [] : [t('after')]), t('alike')]}>
        <tbody>
          {compared.balance.map(({ key, title, before: apart, after, passed }) => (
            <tr key={key}>
              <Cell>{title}</Cell>
              <Cell label={before}>{deviations(apart)}</Cell>
              {!randomised && <Cell label={t('after')}>{deviations(after)}</Cell>}
              <Cell label={t('alike')}>
                <span className={styles.passed} data-passed={passed}>
                  {passed ? <CircleCheck size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
                  {t(passed ? 'isAlike' : 'isNotAlike')}
                </span>
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

'use client';
import { FlaskConical } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { useSession } from '@/features/session/session';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Tag } from '@/features/ui/tag';
import type { CompareChoicesQuery } from '@/gql/graphql';
import { compareAddress, type Pair, pairOf } from './choose-pair';
import { Comparison } from './comparison';
import { compareChoices, versionFigures } from './documents';
import styles from './versions.module.css';

type Choices = CompareChoicesQuery & { plan: NonNullable<CompareChoicesQuery['plan']> };

/** Two versions of a plan side by side; which ones, and by which metric, stands in the address. */
export function ComparePage({ planKey, asked }: { planKey: string; asked: Partial<Pair> }) {
  const t = useTranslations('versions');
  const ui = useTranslations('ui');
  const { has } = useSession();
  const mayRead = has('HR', 'ADMIN');
  const [{ data, error }, read] = useQuery({ query: compareChoices, variables: { planKey } });
  const [{ data: glance, fetching }] = useQuery({ query: versionFigures, variables: { planKey }, pause: !mayRead });
  const plan = data?.plan;
  const measured = glance?.versionFigures.find(({ outcomeMetric }) => outcomeMetric)?.outcomeMetric?.key;
  const pair = plan && !fetching ? pairOf(asked, plan.versions, measured ?? data.metrics[0]?.key) : undefined;
  const design = pair && `/experiments/new?plan=${encodeURIComponent(planKey)}&from=${pair.from}&to=${pair.to}`;
  return (
    <>
      <PageBar
        title={t('title')}
        facts={plan && <Tag>{plan.title}</Tag>}
        actions={
          <>
            <ButtonLink href={`/plans/${encodeURIComponent(planKey)}/versions`}>{t('toVersions')}</ButtonLink>
            {mayRead && design && (
              <ButtonLink href={design} icon={<FlaskConical size={16} strokeWidth={1.75} aria-hidden />}>
                {t('design')}
              </ButtonLink>
            )}
          </>
        }
      />
      <PageBody width={1120}>
        {!mayRead && <Empty title={t('notForYou')}>{t('notForYouNext')}</Empty>}
        {mayRead && error && !data && (
          <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />
        )}
        {mayRead && !error && (!data || fetching) && <SkeletonRows count={4} height={120} label={ui('loading')} />}
        {mayRead && data && !plan && <Empty title={t('noPlan')} />}
        {mayRead && plan && !fetching && !pair && <Empty title={t('oneVersion')}>{t('oneVersionNext')}</Empty>}
        {mayRead && plan && pair && (
          <>
            <Choice choices={{ ...data, plan }} pair={pair} />
            {pair.from === pair.to ? (
              <Empty title={t('same')}>{t('sameNext')}</Empty>
            ) : (
              <Comparison key={`${pair.from} ${pair.to} ${pair.metric}`} planKey={planKey} pair={pair} />
            )}
          </>
        )}
      </PageBody>
    </>
  );
}

function Choice({ choices, pair }: { choices: Choices; pair: Pair }) {
  const t = useTranslations('versions');
  const router = useRouter();
  const { plan, metrics } = choices;
  const go = (change: Partial<Pair>) => router.replace(compareAddress(plan.key, { ...pair, ...change }));
  const version = (field: 'from' | 'to') => (
    <Field label={t(field)}>
      {(control) => (
        <select {...control} value={pair[field]} onChange={(event) => go({ [field]: event.target.value })}>
          {plan.versions.map(({ id, number, changeNote }) => (
            <option key={id} value={id}>
              {changeNote ? t('versionWithNote', { number, note: changeNote }) : t('version', { number })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <div className={styles.choice}>
      {version('from')}
      {version('to')}
      <Field label={t('metric')}>
        {(control) => (
          <select {...control} value={pair.metric} onChange={(event) => go({ metric: event.target.value })}>
            {metrics.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

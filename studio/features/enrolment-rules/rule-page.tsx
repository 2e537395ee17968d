'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { useSession } from '@/features/session/session';
import { useNow, useZone } from '@/features/time/clock';
import { dateIn } from '@/features/time/words';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Tag } from '@/features/ui/tag';
import type { RuleDraftFragment } from '@/gql/graphql';
import { rulePage } from './documents';
import { draftOf } from './rule-draft';
import { RuleForm } from './rule-form';
import { RuleLeavers } from './rule-leavers';

/** How people come into a plan by themselves: the rule, who it would enrol now, and who no longer matches. */
export function RulePage({ planKey }: { planKey: string }) {
  const t = useTranslations('enrolmentRule');
  const ui = useTranslations('ui');
  const { has } = useSession();
  const today = dateIn(useZone(), useNow());
  const mayRead = has('HR', 'ADMIN');
  const [{ data, error, fetching }, read] = useQuery({
    query: rulePage,
    variables: { planKey },
    pause: !mayRead,
    requestPolicy: 'cache-and-network',
  });
  const plan = data?.plan;
  const rule = data?.enrolmentRule;
  const saved = rule ? unmask<RuleDraftFragment>(rule) : undefined;
  const reread = () => read({ requestPolicy: 'network-only' });
  return (
    <>
      <PageBar
        title={plan ? t('titleOf', { plan: plan.title }) : t('title')}
        facts={plan && <Tag tone={saved?.enabled ? 'soft' : 'quiet'}>{saved?.enabled ? t('on') : t('off')}</Tag>}
        actions={<ButtonLink href={`/plans/${planKey}`}>{t('toPlan')}</ButtonLink>}
      />
      <PageBody width={960}>
        {!mayRead && <Empty title={t('forHr')}>{t('forHrText')}</Empty>}
        {error && !data && <FailureNote error={error} retry={reread} />}
        {mayRead && !data && fetching && <SkeletonRows count={5} label={ui('loading')} />}
        {data && !plan && <Empty title={t('noPlan')} />}
        {plan && !plan.current && <Empty title={t('notPublished')}>{t('notPublishedText')}</Empty>}
        {plan?.current && (
          <>
            <RuleForm
              key={saved ? 'saved' : 'new'}
              planKey={planKey}
              enabled={saved?.enabled ?? false}
              nextRunAt={rule?.nextRunAt ?? null}
              saved={draftOf(saved, today)}
              onSaved={reread}
            />
            {rule && <RuleLeavers rule={rule} />}
          </>
        )}
      </PageBody>
    </>
  );
}

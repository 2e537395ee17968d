'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { useSession } from '@/features/session/session';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { DesignForm } from './design-form';
import { designChoices } from './documents';

/** Writes down an experiment before anything of it is known. `planKey` and `versionIds` come with a link from a plan. */
export function DesignPage({ planKey, versionIds }: { planKey: string | undefined; versionIds: readonly string[] }) {
  const t = useTranslations('experiments');
  const ui = useTranslations('ui');
  const { has } = useSession();
  const [{ data, error }, read] = useQuery({ query: designChoices });
  const mayDesign = has('HR', 'ADMIN');
  return (
    <>
      <PageBar title={t('design.title')} actions={<ButtonLink href="/experiments">{t('toList')}</ButtonLink>} />
      <PageBody width={1200}>
        {!mayDesign && <Empty title={t('notForYou')}>{t('notForYouNext')}</Empty>}
        {mayDesign && error && !data && (
          <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />
        )}
        {mayDesign && !data && !error && <SkeletonRows count={5} height={120} label={ui('loading')} />}
        {mayDesign && data && <DesignForm choices={data} planKey={planKey} versionIds={versionIds} />}
      </PageBody>
    </>
  );
}

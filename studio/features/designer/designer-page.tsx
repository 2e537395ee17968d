'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import { useSession } from '@/features/session/session';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBody } from '@/features/ui/page';
import { Designer } from './designer';
import { DesignerSkeleton } from './designer-skeleton';
import { readLayout } from './layout/plan-layout';
import { readDefinition } from './store/read-definition';
import { type OpenPlan, useOpenPlan } from './use-open-plan';

/** Opens a plan in the designer; `versionNumber` shows a published version instead of the draft, for reading. */
export function DesignerPage({ planKey, versionNumber }: { planKey: string; versionNumber?: number | undefined }) {
  const t = useTranslations('designer');
  const { plan, error, retry } = useOpenPlan(planKey);
  useEffect(() => {
    if (plan) document.title = `${plan.title} · Planwright`;
  }, [plan]);
  if (plan) return <Opened key={`${plan.key} ${versionNumber ?? 'draft'}`} plan={plan} versionNumber={versionNumber} />;
  if (error) {
    return (
      <PageBody width={640}>
        <FailureNote error={error} retry={retry} />
      </PageBody>
    );
  }
  if (plan === null) {
    return (
      <PageBody>
        <Empty title={t('notFound.title')} action={<ButtonLink href="/plans">{t('notFound.back')}</ButtonLink>}>
          {t('notFound.text')}
        </Empty>
      </PageBody>
    );
  }
  return <DesignerSkeleton />;
}

function Opened({ plan, versionNumber }: { plan: OpenPlan; versionNumber: number | undefined }) {
  const t = useTranslations('designer');
  const { has } = useSession();
  const version =
    versionNumber === undefined && plan.draft
      ? undefined
      : (plan.versions.find((each) => each.number === versionNumber) ?? plan.current);
  const stored = version ? version.definition : plan.draft?.definition;
  const definition = useMemo(() => readDefinition(stored), [stored]);
  if (!definition) {
    return (
      <PageBody>
        <Empty title={t('unreadable.title')} action={<ButtonLink href="/plans">{t('notFound.back')}</ButtonLink>}>
          {t('unreadable.text')}
        </Empty>
      </PageBody>
    );
  }
  const { draft } = plan;
  return (
    <Designer
      plan={plan}
      version={version?.number}
      start={{
        document: { definition, layout: readLayout(draft?.layout) },
        revision: draft?.revision ?? 0,
        savedAt: draft?.updatedAt,
      }}
      readOnly={version !== undefined || !has('ADMIN', 'HR', 'DESIGNER')}
    />
  );
}

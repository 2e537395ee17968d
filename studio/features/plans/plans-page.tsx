'use client';
import { ChevronDown, Plus, Upload } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useSession } from '@/features/session/session';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Cell, Table } from '@/features/ui/table';
import { Tag } from '@/features/ui/tag';
import { VersionFigures } from '@/features/versions/version-figures';
import type { PlanListQuery } from '@/gql/graphql';
import { planList } from './documents';
import { ImportPlanDialog } from './import-plan-dialog';
import { NewPlanDialog } from './new-plan-dialog';
import styles from './plans.module.css';

type PlanRow = PlanListQuery['plans']['edges'][number]['node'];

/** All plans with what runs and what is being changed. */
export function PlansPage() {
  const t = useTranslations('plans');
  const ui = useTranslations('ui');
  const { has } = useSession();
  const [{ data, error }, read] = useQuery({ query: planList });
  const [open, setOpen] = useState<'new' | 'import'>();
  const plans = data?.plans.edges.map((edge) => edge.node);
  const mayDraw = has('DESIGNER', 'HR', 'ADMIN');
  const actions = mayDraw && plans && (
    <>
      <Button
        icon={<Upload size={16} strokeWidth={1.75} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen('import')}
      >
        {t('import')}
      </Button>
      <Button
        look="primary"
        icon={<Plus size={16} strokeWidth={1.75} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen('new')}
      >
        {t('new')}
      </Button>
    </>
  );
  const taken = new Set(plans?.map((plan) => plan.key));
  return (
    <>
      <PageBar title={t('title')} facts={plans && <Tag>{t('count', { count: plans.length })}</Tag>} actions={actions} />
      <PageBody>
        {error && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
        {!plans && !error && <SkeletonRows count={4} height={60} label={ui('loading')} />}
        {plans?.length === 0 && (
          <Empty
            title={t('empty')}
            action={
              mayDraw && (
                <Button look="primary" aria-haspopup="dialog" onClick={() => setOpen('new')}>
                  {t('new')}
                </Button>
              )
            }
          >
            {t(mayDraw ? 'emptyNext' : 'emptyReader')}
          </Empty>
        )}
        {plans && plans.length > 0 && (
          <Table caption={t('title')} heads={[t('plan'), t('current'), t('draft'), t('running'), t('changed')]}>
            <tbody>
              {plans.map((plan) => (
                <Row key={plan.id} plan={plan} />
              ))}
            </tbody>
          </Table>
        )}
      </PageBody>
      {open === 'new' && <NewPlanDialog taken={taken} onClose={() => setOpen(undefined)} />}
      {open === 'import' && <ImportPlanDialog taken={taken} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function Row({ plan }: { plan: PlanRow }) {
  const t = useTranslations('plans');
  const words = useTimeWords();
  const { has } = useSession();
  const [isOpen, setOpen] = useState(false);
  const { current, draft } = plan;
  const errors = draft?.problems.filter((problem) => problem.severity === 'ERROR').length ?? 0;
  const warnings = (draft?.problems.length ?? 0) - errors;
  const draftIsNewer = draft && (!current?.publishedAt || draft.updatedAt > current.publishedAt);
  const last = draftIsNewer
    ? { at: draft.updatedAt, by: draft.updatedBy?.name, what: 'edited' as const }
    : current?.publishedAt && { at: current.publishedAt, by: current.publishedBy?.name, what: 'published' as const };
  const row = (
    <tr>
      <Cell>
        <Link href={`/plans/${encodeURIComponent(plan.key)}`} className={styles.title}>
          {plan.title}
        </Link>
      </Cell>
      <Cell label={t('current')}>
        {current ? t('version', { number: current.number }) : t('unpublished')}
        {current && has('HR', 'ADMIN') && (
          <button type="button" className={styles.glance} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'glance.hide' : 'glance.show')}
            <ChevronDown size={14} strokeWidth={2} aria-hidden />
          </button>
        )}
      </Cell>
      <Cell label={t('draft')}>
        <span className={styles.tags}>
          {!draftIsNewer && <span className={styles.quiet}>{t('noChanges')}</span>}
          {draftIsNewer && <span>{t(current ? 'hasChanges' : 'firstDraft')}</span>}
          {errors > 0 && <Tag tone="danger">{t('errors', { count: errors })}</Tag>}
          {warnings > 0 && <Tag tone="warn">{t('warnings', { count: warnings })}</Tag>}
        </span>
      </Cell>
      <Cell label={t('running')}>{plan.runningCount > 0 ? t('people', { count: plan.runningCount }) : '–'}</Cell>
      <Cell label={t('changed')}>
        {last ? (
          <time dateTime={last.at} title={words.date(last.at, 'fullTime')}>
            {last.by
              ? t(last.what, { ago: words.ago(last.at), by: last.by })
              : t(`${last.what}Plain`, { ago: words.ago(last.at) })}
          </time>
        ) : (
          '–'
        )}
      </Cell>
    </tr>
  );
  return (
    <>
      {row}
      {isOpen && (
        <tr>
          <td colSpan={5} className={styles.glanceCell}>
            <VersionFigures planKey={plan.key} />
          </td>
        </tr>
      )}
    </>
  );
}

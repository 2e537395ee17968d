'use client';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '@/features/api/use-command';
import { useLanguage } from '@/features/designer/words/use-canvas-words';
import { useSession } from '@/features/session/session';
import { Button, ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { MigrationPlanQuery } from '@/gql/graphql';
import { itemTitles } from './item-titles';
import styles from './migration.module.css';
import { migrationPlan, moveEnrolments } from './migration-documents';
import { MigrationHistory } from './migration-history';
import { DEFAULT_POLICY } from './migration-options';
import { MigrationPreview } from './migration-preview';
import { useMigrationSummary } from './use-migration-summary';

type Plan = NonNullable<MigrationPlanQuery['plan']>;

/** Moves people who are in the middle of a plan from one version to another, and lets it be undone. */
export function MigrationPage({ planKey }: { planKey: string }) {
  const t = useTranslations('migration');
  const ui = useTranslations('ui');
  const { has } = useSession();
  const [{ data, error, fetching }, read] = useQuery({
    query: migrationPlan,
    variables: { key: planKey },
    requestPolicy: 'cache-and-network',
  });
  const plan = data?.plan;
  const reread = () => read({ requestPolicy: 'network-only' });
  return (
    <>
      <PageBar
        title={plan ? t('title', { plan: plan.title }) : t('heading')}
        actions={<ButtonLink href={`/plans/${planKey}`}>{t('back')}</ButtonLink>}
      />
      <PageBody width={880}>
        {error && !data && <FailureNote error={error} retry={reread} />}
        {!data && fetching && <SkeletonRows count={5} label={ui('loading')} />}
        {data && !plan && <Empty title={t('notFound')} />}
        {plan && !has('ADMIN', 'HR') && <Note tone="info" title={t('notAllowed')} />}
        {plan && has('ADMIN', 'HR') && <Migrate plan={plan} onMoved={reread} />}
        {plan && <MigrationHistory plan={plan} onUndone={reread} />}
      </PageBody>
    </>
  );
}

function Migrate({ plan, onMoved }: { plan: Plan; onMoved: () => void }) {
  const t = useTranslations('migration');
  const language = useLanguage();
  const published = plan.versions.filter((version) => version.status === 'PUBLISHED');
  const [policy, setPolicy] = useState(DEFAULT_POLICY);
  const firstFrom =
    plan.versions.find((version) => version.enrolmentCount > 0 && version.id !== plan.current?.id) ?? plan.versions[1];
  const [fromId, setFromId] = useState(firstFrom?.id ?? '');
  const [toId, setToId] = useState(plan.current?.id ?? published[0]?.id ?? '');
  const titles = useMemo(
    () =>
      itemTitles(
        plan.versions.map((version) => version.definition),
        language,
      ),
    [plan.versions, language],
  );
  const choose = (set: (id: string) => void) => (id: string) => {
    set(id);
    setPolicy((before) => ({ ...before, leaveOut: [] }));
  };
  const isPair = fromId !== '' && toId !== '' && fromId !== toId;
  const input = useMemo(
    () => (isPair ? { fromVersionId: fromId, to: { versionId: toId }, ...policy } : undefined),
    [isPair, fromId, toId, policy],
  );
  const result = useMigrationSummary(input);
  const { retry } = result;
  const done = plan.migrations.map((migration) => `${migration.id} ${migration.undoneAt}`).join();
  const lastDone = useRef(done);
  // What was moved or undone meanwhile changes who would move next.
  useEffect(() => {
    if (lastDone.current !== done) retry();
    lastDone.current = done;
  }, [done, retry]);
  const command = useCommand(moveEnrolments);
  const [refusal, setRefusal] = useState<string>();
  const [moved, setMoved] = useState<number>();

  if (plan.versions.length < 2) return <Empty title={t('oneVersion')}>{t('oneVersionText')}</Empty>;
  const move = async () => {
    if (!input || !result.summary) return;
    setRefusal(undefined);
    const outcome = await command.run({ input: { migration: input, previewHash: result.summary.previewHash } });
    if (outcome.kind !== 'done') {
      setRefusal(outcome.kind === 'refused' ? outcome.userErrors[0].message : t('failed'));
      result.retry();
      return;
    }
    setMoved(outcome.payload.moved);
    onMoved();
  };
  const versionField = (label: string, value: string, onChange: (id: string) => void, testId: string) => (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)} data-testid={testId}>
          {plan.versions.map((version) => (
            <option key={version.id} value={version.id}>
              {t('version', { number: version.number, count: version.enrolmentCount })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const moves = result.summary?.moves ?? 0;
  return (
    <section className={styles.section} aria-label={t('heading')}>
      <div className={styles.choice}>
        {versionField(t('from'), fromId, choose(setFromId), 'from-version')}
        <ArrowRight size={18} aria-hidden className={styles.arrow} />
        {versionField(t('to'), toId, choose(setToId), 'to-version')}
      </div>
      {!isPair && <p className={styles.quiet}>{t('choosePair')}</p>}
      {refusal && (
        <Note tone="danger" title={refusal}>
          {t('nothingMoved')}
        </Note>
      )}
      {moved !== undefined && !refusal && (
        <Note tone="ok" title={t('moved', { count: moved })}>
          {t('movedText')}
        </Note>
      )}
      {input && <MigrationPreview input={input} result={result} titles={titles} policy={policy} onPolicy={setPolicy} />}
      <div className={styles.actions}>
        <Button
          look="primary"
          busy={command.pending}
          disabled={moves === 0}
          onClick={() => void move()}
          data-testid="run-migration"
        >
          {moves === 0 ? t('runNobody') : t('run', { count: moves })}
        </Button>
        <span className={styles.quiet}>{t('undoHint')}</span>
      </div>
    </section>
  );
}

'use client';
import { contentHash, parsePlan } from '@planwright/schema/definition';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { itemTitles } from '@/features/migration/item-titles';
import { DEFAULT_POLICY } from '@/features/migration/migration-options';
import { useMigrationSummary } from '@/features/migration/use-migration-summary';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import type { PublishOverviewQuery } from '@/gql/graphql';
import { useLanguage } from '../words/use-canvas-words';
import { AffectedPeople, type People } from './affected-people';
import { ChangeList } from './change-list';
import { FirstVersion } from './first-version';
import styles from './publish.module.css';
import { publishPlan } from './publish-documents';
import { type Published, PublishedNote } from './published-note';

type Plan = NonNullable<PublishOverviewQuery['plan']>;
type Draft = NonNullable<Plan['draft']>;

export function PublishForm({ plan, draft, onOutdated }: { plan: Plan; draft: Draft; onOutdated: () => void }) {
  const t = useTranslations('publish');
  const language = useLanguage();
  const { viewer, has } = useSession();
  const mayMove = has('ADMIN', 'HR');
  const number = Math.max(0, ...plan.versions.map((version) => version.number)) + 1;
  const { current, runningCount: running } = plan;
  const kept = useKept(['publish', viewer.workspace?.id ?? '', plan.key]);
  const note = kept.text('note');
  const [people, setPeople] = useState<People>('stay');
  const [policy, setPolicy] = useState(DEFAULT_POLICY);
  const command = useCommand(publishPlan);
  const [refusal, setRefusal] = useState<string>();
  const [published, setPublished] = useState<Published>();

  const to = useMemo(() => ({ draft: { planKey: plan.key, revision: draft.revision } }), [plan.key, draft.revision]);
  const input = useMemo(
    () => (current && running > 0 && mayMove ? { fromVersionId: current.id, to, ...policy } : undefined),
    [current, running, mayMove, to, policy],
  );
  const preview = useMigrationSummary(published || people === 'stay' ? undefined : input);
  const titles = useMemo(
    () => itemTitles([draft.definition, current?.definition], language),
    [draft.definition, current, language],
  );
  const isSame = useMemo(() => {
    const { definition } = parsePlan(draft.definition);
    return definition !== undefined && contentHash(definition) === current?.contentHash;
  }, [draft.definition, current]);
  const errors = draft.problems.filter((problem) => problem.severity === 'ERROR');
  const isMoving = people === 'move' && input !== undefined;
  const moves = preview.summary?.moves ?? 0;

  const publish = async () => {
    setRefusal(undefined);
    const outcome = await command.run({
      input: {
        planKey: plan.key,
        expectedRevision: draft.revision,
        changeNote: note.trim() === '' ? null : note.trim(),
        ...(isMoving && preview.summary ? { migration: input, previewHash: preview.summary.previewHash } : {}),
      },
    });
    if (outcome.kind === 'done' && outcome.payload.version) {
      kept.done();
      return setPublished({ number: outcome.payload.version.number, moved: isMoving ? moves : 0 });
    }
    if (outcome.kind === 'failed') preview.retry();
    if (outcome.kind !== 'refused') return setRefusal(t('failed'));
    const [{ code, message }] = outcome.userErrors;
    setRefusal(message);
    if (code === 'STALE_REVISION') onOutdated();
    if (code === 'PREVIEW_OUTDATED') preview.retry();
  };

  if (published) return <PublishedNote plan={plan} published={published} mayMove={mayMove} />;
  const label = isMoving ? t('publishAndMove', { number, count: moves }) : t('publish', { number });
  return (
    <div className={styles.columns}>
      <section className={styles.column} aria-labelledby="changes">
        <h2 id="changes" className={styles.heading}>
          {current ? t('changed', { number: current.number }) : t('first')}
        </h2>
        {current ? (
          <ChangeList from={{ versionId: current.id }} to={to} />
        ) : (
          <FirstVersion definition={draft.definition} />
        )}
        <Field label={t('note')} hint={t('noteHint')}>
          {(control) => (
            <LongText {...control} rows={3} maxLength={2000} kept={kept.field('note')} data-testid="change-note" />
          )}
        </Field>
      </section>
      <section className={styles.column} aria-labelledby="affected">
        <h2 id="affected" className={styles.heading}>
          {t('affected')}
        </h2>
        <AffectedPeople
          current={current}
          running={running}
          mayMove={mayMove}
          people={people}
          onPeople={setPeople}
          policy={policy}
          onPolicy={setPolicy}
          input={isMoving ? input : undefined}
          preview={preview}
          titles={titles}
        />
        {errors.length > 0 && (
          <Note tone="danger" title={t('hasErrors', { count: errors.length })}>
            <ul className={styles.errors}>
              {errors.map((problem) => (
                <li key={`${problem.code} ${problem.path.join('.')} ${problem.message}`}>{problem.message}</li>
              ))}
            </ul>
          </Note>
        )}
        {refusal && (
          <Note tone="danger" title={refusal}>
            {t('nothingPublished')}
          </Note>
        )}
        <div className={styles.bottom}>
          <Button
            look="primary"
            size="large"
            busy={command.pending}
            disabled={isSame || errors.length > 0 || (isMoving && (!preview.summary || moves === 0))}
            onClick={() => void publish()}
            data-testid="publish"
          >
            {label}
          </Button>
          <span className={styles.quiet}>{t(isSame ? 'sameContent' : 'immutable')}</span>
        </div>
      </section>
    </div>
  );
}

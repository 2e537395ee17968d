'use client';
import { PencilRuler } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useCommand } from '@/features/api/use-command';
import { useSession } from '@/features/session/session';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import type { FindingFieldsFragment } from '@/gql/graphql';
import { applySuggestion } from '../documents';
import styles from '../reports.module.css';
import { GradeBadge } from './grade-badge';
import { Rematch } from './rematch';

/** One finding. Its button makes exactly the edits that are listed, in the plan's draft. */
export function FindingRow({
  finding,
  plan,
}: {
  finding: FindingFieldsFragment;
  plan: { key: string; title: string };
}) {
  const t = useTranslations('reports');
  const { has } = useSession();
  const { title, grade, evidence, suggestion, edits } = finding;
  return (
    <li className={styles.finding} data-testid={`finding-${finding.rule}`} data-item={finding.itemKey ?? undefined}>
      <h3 className={styles.findingTitle}>
        {title} <GradeBadge grade={grade} />
      </h3>
      <dl className={styles.findingText}>
        <dt>{t('findings.evidence')}</dt>
        <dd>{evidence}</dd>
        <dt>{t('findings.suggestion')}</dt>
        <dd>{suggestion}</dd>
        {edits.length > 0 && (
          <>
            <dt>{t('findings.edits')}</dt>
            <dd>
              <ul className={styles.edits}>
                {edits.map((edit) => (
                  <li key={edit}>{edit}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      {finding.applicable && <MakeDraft finding={finding} plan={plan} />}
      {finding.rule === 'R43' && finding.mentor && has('HR') && <Rematch finding={finding} />}
    </li>
  );
}

/** The button that makes the edits, and what became of them. */
function MakeDraft({ finding, plan }: { finding: FindingFieldsFragment; plan: { key: string; title: string } }) {
  const t = useTranslations('reports');
  const { date } = useTimeWords();
  const command = useCommand(applySuggestion);
  const refused = command.userErrors;
  const appliedAt = finding.appliedAt;
  const isDone = appliedAt != null || (command.payload?.plan != null && refused.length === 0);
  if (isDone)
    return (
      <Note
        tone="ok"
        title={
          appliedAt == null
            ? t('findings.made', { plan: plan.title })
            : t('findings.madeAt', { plan: plan.title, date: date(appliedAt, 'fullTime') })
        }
      >
        <span className={styles.links} data-testid="finding-applied">
          <Link href={`/plans/${plan.key}`}>{t('findings.openDraft')}</Link>
          <Link href={`/plans/${plan.key}/publish`}>{t('findings.compareDraft')}</Link>
        </span>
      </Note>
    );
  return (
    <div className={styles.act}>
      <Button
        icon={<PencilRuler size={16} aria-hidden />}
        busy={command.pending}
        onClick={() => void command.run({ input: { findingId: finding.id } })}
        data-testid="make-draft"
      >
        {t('findings.make', { count: finding.edits.length })}
      </Button>
      {refused.map(({ code, message }) => (
        <Note key={`${code} ${message}`} tone="warn" title={t('findings.refused')}>
          <span className={styles.links}>
            {message} <Link href={`/plans/${plan.key}`}>{t('findings.openDraft')}</Link>
          </span>
        </Note>
      ))}
      {command.failure && <FailureNote error={command.failure} safe={t('findings.nothingChanged')} />}
    </div>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { useSession } from '@/features/session/session';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { FormDialog } from '@/features/ui/form-dialog';
import { Note } from '@/features/ui/note';
import { useToast } from '@/features/ui/toast';
import { saveRule } from './documents';
import { inputOf, type RuleDraft } from './rule-draft';
import { RuleFields } from './rule-fields';
import { RulePreview } from './rule-preview';
import styles from './rules.module.css';

/** The rule as it is filled in, with the list of who it would enrol below: nothing is switched on unseen. */
export function RuleForm({
  planKey,
  enabled,
  nextRunAt,
  saved,
  onSaved,
}: {
  planKey: string;
  enabled: boolean;
  nextRunAt: string | null;
  saved: RuleDraft;
  onSaved: () => void;
}) {
  const t = useTranslations('enrolmentRule');
  const toast = useToast();
  const { date } = useTimeWords();
  const { viewer } = useSession();
  const readOnly = !viewer.reachesEverybody;
  const command = useCommand(saveRule);
  const [draft, setDraft] = useState(saved);
  const [count, setCount] = useState<number>();
  const [asks, setAsks] = useState(false);
  const input = inputOf(draft, planKey, true);

  const save = async (on: boolean) => {
    const wanted = inputOf(draft, planKey, on);
    if (!wanted) return;
    const { kind } = await command.run({ input: wanted });
    if (kind !== 'done') return;
    setAsks(false);
    toast({ tone: 'ok', text: on ? t('savedOn') : t('savedOff') });
    onSaved();
  };

  return (
    <section className={styles.section}>
      <p className={styles.lead}>{t('lead')}</p>
      {enabled && nextRunAt && (
        <Note tone="info" title={t('isOn')}>
          {t('nextRun', { at: date(nextRunAt, 'dayTime') })}
        </Note>
      )}
      <RuleFields draft={draft} readOnly={readOnly} errorAt={command.errorAt} onChange={setDraft} />
      {readOnly ? (
        <p className={styles.lead}>{t('readOnly')}</p>
      ) : (
        <>
          {!asks && <CommandErrors command={command} shownAt={['triggers', 'from', 'againAfterMonths']} />}
          {input && <RulePreview input={input} onCount={setCount} />}
          <div className={styles.actions}>
            <Button
              look="primary"
              disabled={!input || count === undefined}
              onClick={() => setAsks(true)}
              data-testid="switch-on"
            >
              {enabled ? t('saveOn') : t('switchOn')}
            </Button>
            <Button
              busy={command.pending && !asks}
              disabled={!input}
              onClick={() => void save(false)}
              data-testid="save-off"
            >
              {enabled ? t('switchOff') : t('saveOff')}
            </Button>
          </div>
        </>
      )}
      {asks && (
        <FormDialog
          title={enabled ? t('saveOn') : t('switchOn')}
          action={t('enrol', { count: count ?? 0 })}
          command={command}
          onSubmit={() => save(true)}
          onClose={() => setAsks(false)}
          testId="confirm-rule"
        >
          <p>{t('confirm', { count: count ?? 0 })}</p>
        </FormDialog>
      )}
    </section>
  );
}

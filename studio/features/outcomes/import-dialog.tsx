'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { useKept } from '@/features/device/use-kept';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { Dialog } from '@/features/ui/dialog';
import { Note } from '@/features/ui/note';
import { useToast } from '@/features/ui/toast';
import { allAnswered, type ColumnAnswers, type ColumnQuestion, ColumnQuestions } from './column-questions';
import styles from './dialogs.module.css';
import { importMeasurements } from './documents';
import { countResults, type PreviewRow } from './import-preview';
import type { Metric } from './metric';
import { PreviewTable } from './preview-table';
import type { Table } from './read-file';
import { TableSource, tableOf } from './table-source';

/** A pasted or saved table: first it is told what would be done to each row, then it is done. */
export function ImportDialog({
  metric,
  onClose,
  onRecorded,
}: {
  metric: Metric;
  onClose: () => void;
  onRecorded: () => void;
}) {
  const t = useTranslations('outcomes.import');
  const ui = useTranslations('ui');
  const words = useTranslations('outcomes');
  const toast = useToast();
  const { viewer } = useSession();
  // Other people's figures: they go with the tab.
  const kept = useKept(['measurements', viewer.workspace?.id ?? '', metric.key], 'tab');
  const [table, setTable] = useState(() => tableOf(kept.text('csv')));
  const [rows, setRows] = useState<PreviewRow[]>();
  const [questions, setQuestions] = useState<readonly ColumnQuestion[]>([]);
  const [answers, setAnswers] = useState<ColumnAnswers>({});
  const [notes, setNotes] = useState<readonly string[]>([]);
  const [allOrNothing, setAllOrNothing] = useState(false);
  const command = useCommand(importMeasurements);
  // Which column is meant is asked, not reported.
  const shownErrors = command.payload?.questions.length ? [] : command.userErrors;
  const counts = countResults(rows ?? []);
  const fresh = allOrNothing && counts.REFUSED > 0 ? 0 : counts.RECORDED;

  const choose = (next: Table | undefined) => {
    setTable(next);
    setRows(undefined);
    setQuestions([]);
    setAnswers({});
    command.reset();
  };
  const back = () => {
    setRows(undefined);
    command.reset();
  };
  const send = async (dryRun: boolean) => {
    if (!table) return;
    const columns = questions.map(({ column }) => ({ column, letter: answers[column] ?? null }));
    const input = { metricKey: metric.key, dryRun, allOrNothing, columns, ...table };
    const outcome = await command.run({ input });
    if (outcome.kind === 'failed') return;
    const done = outcome.payload;
    setNotes(done.notes);
    if (done.questions.length > 0) return setQuestions([...questions, ...done.questions]);
    if (dryRun) return setRows(done.rows.length > 0 ? done.rows : undefined);
    if (outcome.kind === 'refused') return;
    toast({ tone: 'ok', text: t('done', { count: done.recorded, metric: metric.title }) });
    kept.done();
    onRecorded();
    onClose();
  };

  return (
    <Dialog
      title={t('title', { metric: metric.title })}
      width={820}
      onClose={onClose}
      footer={
        <>
          <Button onClick={rows ? back : onClose}>{rows ? t('back') : ui('cancel')}</Button>
          {rows ? (
            <Button
              look="primary"
              busy={command.pending}
              disabled={fresh === 0}
              onClick={() => void send(false)}
              data-testid="import-rows"
            >
              {t('submit', { count: fresh })}
            </Button>
          ) : (
            <Button
              look="primary"
              busy={command.pending}
              disabled={!table || !allAnswered(questions, answers)}
              onClick={() => void send(true)}
              data-testid="check-rows"
            >
              {t('check')}
            </Button>
          )}
        </>
      }
    >
      {rows && notes.length > 0 && (
        <Note tone="info" title={t('read')}>
          {notes.map((note) => (
            <div key={note}>{note}</div>
          ))}
        </Note>
      )}
      {rows && <PreviewTable rows={rows} />}
      {/* Kept while the preview stands in its place: whoever goes back finds the file still chosen. */}
      <div className={rows ? styles.away : styles.form}>
        <TableSource pasted={kept.field('csv')} onChange={choose} />
        {questions.length > 0 && <ColumnQuestions questions={questions} answers={answers} onChange={setAnswers} />}
        <label className={styles.check}>
          <input
            type="checkbox"
            name="allOrNothing"
            checked={allOrNothing}
            onChange={(event) => setAllOrNothing(event.target.checked)}
          />
          <span>
            {t('allOrNothing')}
            <span className={styles.hint}> {t('allOrNothingHint')}</span>
          </span>
        </label>
      </div>
      <CommandErrors command={{ ...command, userErrors: shownErrors }} safe={words('kept')} />
    </Dialog>
  );
}

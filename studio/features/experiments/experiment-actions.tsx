'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/features/api/use-change';
import { useSession } from '@/features/session/session';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button, ButtonLink } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { DecideDialog } from './decide-dialog';
import { analyseExperiment, startExperiment } from './documents';
import { EndDialog } from './end-dialog';
import type { Experiment } from './experiment-page';
import { JoinDialog } from './join-dialog';
import { isOver, type Phase } from './phase';

/** What to do next with an experiment, by where it stands. */
export function ExperimentActions({
  experiment,
  phase,
  onChanged,
}: {
  experiment: Experiment;
  phase: Phase;
  onChanged: () => void;
}) {
  const t = useTranslations('experiments');
  const { has } = useSession();
  const [open, setOpen] = useState<'start' | 'join' | 'analyse' | 'end' | 'decide'>();
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    onChanged();
  };
  const { cohort } = experiment;
  return (
    <>
      <ButtonLink href="/experiments">{t('toList')}</ButtonLink>
      {cohort && <ButtonLink href={`/cohorts/${encodeURIComponent(cohort.id)}`}>{t('toBoard')}</ButtonLink>}
      {has('HR', 'ADMIN') && (
        <>
          {phase === 'designed' && (
            <Button
              look="primary"
              aria-haspopup="dialog"
              onClick={() => setOpen('start')}
              data-testid="start-experiment"
            >
              {t('start.action')}
            </Button>
          )}
          {(phase === 'designed' || phase === 'running' || phase === 'due') && (
            <Button aria-haspopup="dialog" onClick={() => setOpen('end')} data-testid="end-experiment">
              {t(phase === 'running' ? 'end.action' : 'end.actionCancel')}
            </Button>
          )}
          {phase === 'running' && (
            <Button aria-haspopup="dialog" onClick={() => setOpen('join')}>
              {t('join.action')}
            </Button>
          )}
          {phase === 'due' && (
            <Button
              look="primary"
              aria-haspopup="dialog"
              onClick={() => setOpen('analyse')}
              data-testid="analyse-experiment"
            >
              {t('analyse.action')}
            </Button>
          )}
          {isOver(phase) && (
            <Button
              look={experiment.decisions.length === 0 ? 'primary' : 'plain'}
              onClick={() => setOpen('decide')}
              data-testid="decide-experiment"
            >
              {t(experiment.decisions.length === 0 ? 'decide.action' : 'decide.again')}
            </Button>
          )}
          {phase === 'analysed' && cohort && (
            <ButtonLink
              look={experiment.decisions.length > 0 ? 'primary' : 'plain'}
              href={`/cohorts/${encodeURIComponent(cohort.id)}/report`}
            >
              {t('toReport')}
            </ButtonLink>
          )}
        </>
      )}
      {open === 'start' && <StartDialog experiment={experiment} onClose={close} onDone={done} />}
      {open === 'analyse' && <AnalyseDialog experiment={experiment} onClose={close} onDone={done} />}
      {open === 'end' && <EndDialog experiment={experiment} phase={phase} onClose={close} onDone={done} />}
      {open === 'decide' && <DecideDialog experiment={experiment} onClose={close} onDone={done} />}
      {open === 'join' && <JoinDialog experiment={experiment} onClose={close} onDone={done} />}
    </>
  );
}

interface AskProps {
  experiment: Experiment;
  onClose: () => void;
  onDone: () => void;
}

function StartDialog({ experiment, onClose, onDone }: AskProps) {
  const t = useTranslations('experiments');
  const { date } = useTimeWords();
  const change = useChange(startExperiment, (data) => data.startExperiment.userErrors);
  const people = experiment.arms.reduce((sum, { allocated }) => sum + allocated, 0);
  return (
    <Confirm
      title={t('start.title')}
      action={t('start.confirm', { count: people })}
      change={change}
      run={() => change.run({ input: { experimentId: experiment.id } })}
      onClose={onClose}
      onDone={onDone}
    >
      {t('start.text', {
        count: people,
        start: date(experiment.startsOn, 'full'),
        analysis: date(experiment.analysisOn, 'full'),
      })}
    </Confirm>
  );
}

function AnalyseDialog({ experiment, onClose, onDone }: AskProps) {
  const t = useTranslations('experiments');
  const change = useChange(analyseExperiment, (data) => data.analyseExperiment.userErrors);
  const { arms, metric } = experiment;
  const measured = arms.reduce((sum, arm) => sum + arm.measured, 0);
  const allocated = arms.reduce((sum, arm) => sum + arm.allocated, 0);
  return (
    <Confirm
      title={t('analyse.title')}
      action={t('analyse.confirm')}
      change={change}
      run={() => change.run({ input: { experimentId: experiment.id } })}
      onClose={onClose}
      onDone={onDone}
    >
      {t('analyse.text', { count: measured, of: allocated, metric: metric.title })}
    </Confirm>
  );
}

function Confirm({
  title,
  action,
  change,
  run,
  children,
  onClose,
  onDone,
}: {
  title: string;
  action: string;
  change: Pick<ReturnType<typeof useChange>, 'busy' | 'wrong' | 'error'>;
  run: () => Promise<boolean>;
  children: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const ui = useTranslations('ui');
  const go = async () => {
    if (await run()) onDone();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" busy={change.busy} onClick={() => void go()} data-testid="confirm">
            {action}
          </Button>
        </>
      }
    >
      <p style={{ margin: 0 }}>{children}</p>
      {change.wrong.map(({ code, message }) => (
        <Note key={`${code} ${message}`} tone="danger" title={message} />
      ))}
      {change.error && <FailureNote error={change.error} />}
    </Dialog>
  );
}

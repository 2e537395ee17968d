'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { useSession } from '@/features/session/session';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button, ButtonLink } from '@/features/ui/button';
import { FormDialog } from '@/features/ui/form-dialog';
import type { ExperimentViewFragment } from '@/gql/graphql';
import { DecideDialog } from './decide-dialog';
import { analyseExperiment, startExperiment } from './documents';
import { EndDialog } from './end-dialog';
import { JoinDialog } from './join-dialog';
import { isOver, type Phase } from './phase';

/** What to do next with an experiment, by where it stands. */
export function ExperimentActions({
  experiment,
  phase,
  onChanged,
}: {
  experiment: ExperimentViewFragment;
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
  experiment: ExperimentViewFragment;
  onClose: () => void;
  onDone: () => void;
}

function StartDialog({ experiment, onClose, onDone }: AskProps) {
  const t = useTranslations('experiments');
  const { date } = useTimeWords();
  const command = useCommand(startExperiment);
  const submit = async () => {
    const { kind } = await command.run({ input: { experimentId: experiment.id } });
    if (kind === 'done') onDone();
  };
  const people = experiment.arms.reduce((sum, { allocated }) => sum + allocated, 0);
  return (
    <FormDialog
      title={t('start.title')}
      action={t('start.confirm', { count: people })}
      testId="confirm"
      command={command}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        {t('start.text', {
          count: people,
          start: date(experiment.startsOn, 'full'),
          analysis: date(experiment.analysisOn, 'full'),
        })}
      </p>
    </FormDialog>
  );
}

function AnalyseDialog({ experiment, onClose, onDone }: AskProps) {
  const t = useTranslations('experiments');
  const command = useCommand(analyseExperiment);
  const submit = async () => {
    const { kind } = await command.run({ input: { experimentId: experiment.id } });
    if (kind === 'done') onDone();
  };
  const { arms, metric } = experiment;
  const measured = arms.reduce((sum, arm) => sum + arm.measured, 0);
  const allocated = arms.reduce((sum, arm) => sum + arm.allocated, 0);
  return (
    <FormDialog
      title={t('analyse.title')}
      action={t('analyse.confirm')}
      testId="confirm"
      command={command}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('analyse.text', { count: measured, of: allocated, metric: metric.title })}</p>
    </FormDialog>
  );
}

'use client';
import type { Stage, StageCompletion } from '@planwright/schema/definition';
import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { KindIcon } from '@/features/states/kind-icon';
import { Button } from '@/features/ui/button';
import { moveStage, renameStage } from '../edits/stages';
import { useRemoveSelected } from '../edits/use-remove-selected';
import { useCanvasHandle, useDesigner, useDesignerStore } from '../store/use-designer';
import { useCanvasWords } from '../words/use-canvas-words';
import { DateRuleField } from './date-rule-field';
import { FieldProblems, NumberField, SelectField } from './fields';
import styles from './inspector.module.css';
import { KeyField } from './key-field';
import { DescriptionField, LocalizedField } from './localized-field';
import { useProblemsAt } from './problems-context';
import { Section } from './section';
import { usePlanEdit, useStageEdit } from './use-item-edit';

const COMPLETIONS = ['ALL', 'ALL_IN_ORDER', 'AT_LEAST', 'MIN_POINTS'] as const;

/** Everything about one stage. */
export function StageForm({ stage, isNew }: { stage: Stage; isNew: boolean }) {
  const t = useTranslations('designer');
  const store = useDesignerStore();
  const canvas = useCanvasHandle();
  const words = useCanvasWords();
  const title = words.text(stage.title);
  const edit = useStageEdit(stage.key, title);
  const editPlan = usePlanEdit();
  const readOnly = useDesigner((state) => state.readOnly);
  const stages = useDesigner((state) => state.document.definition.stages);
  const index = stages.findIndex((each) => each.key === stage.key);
  const remove = useRemoveSelected();
  const own = useProblemsAt(stage.key);
  const titleProblems = useProblemsAt(stage.key, 'title');
  const completionProblems = useProblemsAt(stage.key, 'completion');
  const completion: StageCompletion = stage.completion ?? { rule: 'ALL' };
  const setCompletion = (next: StageCompletion) =>
    edit('completion', (each) => {
      if (next.rule === 'ALL') delete each.completion;
      else each.completion = next;
    });
  return (
    <div className={styles.form}>
      <h2 className={styles.title}>{title}</h2>
      <span className={styles.kind}>
        {t('kinds.STAGE')} · {words.weeks(stage)}
      </span>
      <FieldProblems problems={own} />

      <Section name="what" title={t('sections.what')}>
        <LocalizedField
          name="title"
          label={t('fields.title')}
          value={stage.title}
          onChange={(next, language) =>
            edit(`title.${language}`, (each) => {
              each.title = next;
            })
          }
        />
        <FieldProblems problems={titleProblems} />
        <DescriptionField
          label={t('fields.description')}
          value={stage.description}
          onChange={(next, language) =>
            edit(`description.${language}`, (each) => {
              if (next) each.description = next;
              else delete each.description;
            })
          }
        />
        <KeyField
          value={stage.key}
          editable={isNew}
          onRename={(key) => {
            let renamed = false;
            editPlan(
              'rename',
              (draft) => {
                renamed = renameStage(draft, stage.key, key);
              },
              'rename',
            );
            if (renamed) store.getState().select([key]);
            return renamed;
          }}
        />
      </Section>

      <Section name="when" title={t('sections.when')}>
        <DateRuleField
          label={t('fields.opens')}
          kind="opens"
          name="opens"
          target={stage.key}
          own={{ stage: stage.key }}
          value={stage.opens}
          noneLabel={t('dates.opensWithPlan')}
          onChange={(rule) =>
            edit('opens', (each) => {
              if (rule) each.opens = rule;
              else delete each.opens;
            })
          }
        />
        <DateRuleField
          label={t('fields.due')}
          kind="due"
          name="due"
          target={stage.key}
          own={{ stage: stage.key }}
          value={stage.due}
          noneLabel={t('dates.noDue')}
          onChange={(rule) =>
            edit('due', (each) => {
              if (rule) each.due = rule;
              else delete each.due;
            })
          }
        />
      </Section>

      <Section name="done" title={t('sections.done')}>
        <SelectField
          name="completion"
          label={t('stage.completion')}
          value={completion.rule}
          options={COMPLETIONS.map((rule) => ({ value: rule, label: t(`stage.completions.${rule}`) }))}
          onChange={(rule) =>
            setCompletion(
              rule === 'AT_LEAST'
                ? { rule, n: Math.max(1, stage.items.length - 1) }
                : rule === 'MIN_POINTS'
                  ? { rule, n: 10 }
                  : { rule },
            )
          }
        />
        {(completion.rule === 'AT_LEAST' || completion.rule === 'MIN_POINTS') && (
          <NumberField
            label={t(`stage.${completion.rule === 'AT_LEAST' ? 'count' : 'points'}`)}
            value={completion.n}
            min={1}
            max={completion.rule === 'AT_LEAST' ? 1000 : 1_000_000}
            onChange={(n) => n !== undefined && setCompletion({ ...completion, n })}
          />
        )}
        <FieldProblems problems={completionProblems} />
      </Section>

      <Section name="items" title={t('stage.items', { count: stage.items.length })}>
        {stage.items.length === 0 && <p className={styles.hint}>{t('stage.noItems')}</p>}
        <ol className={styles.list}>
          {stage.items.map((item) => (
            <li key={item.key} className={styles.entryHead}>
              <KindIcon kind={item.kind} />
              <button
                type="button"
                className={styles.entryTitle}
                onClick={() => {
                  store.getState().select([item.key]);
                  canvas.current?.reveal(item.key);
                }}
              >
                {words.text(item.title)}
              </button>
            </li>
          ))}
        </ol>
      </Section>

      {!readOnly && (
        <div className={styles.actions}>
          <Button
            icon={<ArrowLeft size={16} strokeWidth={1.75} aria-hidden />}
            disabled={index === 0}
            onClick={() => editPlan('moveStage', (draft) => moveStage(draft, stage.key, index - 1), 'moveStage')}
          >
            {t('actions.earlier')}
          </Button>
          <Button
            icon={<ArrowRight size={16} strokeWidth={1.75} aria-hidden />}
            disabled={index === stages.length - 1}
            onClick={() => editPlan('moveStage', (draft) => moveStage(draft, stage.key, index + 1), 'moveStage')}
          >
            {t('actions.later')}
          </Button>
          <Button
            look="danger"
            icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
            onClick={remove}
            data-testid="delete"
          >
            {t('actions.delete')}
          </Button>
        </div>
      )}
    </div>
  );
}

'use client';
import type { Stage } from '@planwright/schema/definition';
import type { ItemOf, Review, Step, Task } from '@planwright/schema/kinds';
import { useTranslations } from 'next-intl';
import { freeKey } from '../edits/keys';
import { deliverablesFor, viasFor } from '../edits/offered-choices';
import { durationHours, hoursDuration } from '../words/duration';
import { useCanvasWords } from '../words/use-canvas-words';
import { DateRuleField } from './date-rule-field';
import { AddButton, CheckField, FieldProblems, NumberField, RemoveButton, SelectField } from './fields';
import styles from './inspector.module.css';
import { LocalizedField } from './localized-field';
import { useProblemsAt } from './problems-context';
import { REVIEWERS } from './reviewers';
import { useItemEdit } from './use-item-edit';

/** What is handed in, in which steps, and who looks at it within what time. */
export function TaskFields({ item, stage }: { item: ItemOf<'TASK'>; stage: Stage }) {
  const t = useTranslations('designer.task');
  const edit = useItemEdit(item);
  const problems = useProblemsAt(item.key, 'task');
  const { deliverable, review } = item.task;
  const change = (field: string, run: (task: Task) => void) => edit(`task.${field}`, (each) => run(each.task));
  return (
    <>
      <SelectField
        name="task.deliverable"
        label={t('deliverable')}
        value={deliverable}
        options={deliverablesFor(deliverable).map((value) => ({ value, label: t(`deliverables.${value}`) }))}
        onChange={(value) =>
          change('deliverable', (task) => {
            task.deliverable = value;
          })
        }
      />
      <CheckField
        label={t('reviewed')}
        checked={review !== undefined}
        onChange={(checked) =>
          change('review', (task) => {
            if (checked) task.review = { by: 'MENTOR', within: 'PT24H', clock: 'HOURS', via: 'IN_APP' };
            else delete task.review;
          })
        }
      />
      {review ? (
        <ReviewFields
          value={review}
          onChange={(field, next) =>
            change(`review.${field}`, (task) => {
              task.review = next;
            })
          }
        />
      ) : (
        <p className={styles.hint}>{t('unreviewed')}</p>
      )}
      <StepsField
        item={item}
        stage={stage}
        onChange={(field, steps) =>
          change(`steps.${field}`, (task) => {
            if (steps.length > 0) task.steps = steps;
            else delete task.steps;
          })
        }
      />
      <FieldProblems problems={problems} />
    </>
  );
}

function ReviewFields({ value, onChange }: { value: Review; onChange: (field: string, value: Review) => void }) {
  const t = useTranslations('designer.task');
  const roles = useTranslations('designer.roles');
  const vias = viasFor(value.via);
  return (
    <>
      <div className={styles.row}>
        <SelectField
          name="task.review.by"
          label={t('by')}
          value={value.by}
          options={REVIEWERS.map((each) => ({ value: each, label: roles(each) }))}
          onChange={(by) => onChange('by', { ...value, by })}
        />
        <NumberField
          name="task.review.within"
          label={t('within')}
          optional
          min={1}
          max={8760}
          step="any"
          value={durationHours(value.within)}
          onChange={(hours) => {
            const { within: _, ...rest } = value;
            onChange('within', hours === undefined ? rest : { ...rest, within: hoursDuration(hours) });
          }}
        />
      </div>
      <div className={styles.row}>
        <SelectField
          label={t('clock')}
          value={value.clock ?? 'HOURS'}
          options={(['HOURS', 'WORKING_HOURS'] as const).map((each) => ({ value: each, label: t(`clocks.${each}`) }))}
          onChange={(clock) => onChange('clock', { ...value, clock })}
        />
        {vias.length > 1 && (
          <SelectField
            name="task.review.via"
            label={t('via')}
            value={value.via ?? 'IN_APP'}
            options={vias.map((each) => ({ value: each, label: t(`vias.${each}`) }))}
            onChange={(via) => onChange('via', { ...value, via })}
          />
        )}
      </div>
    </>
  );
}

function StepsField({
  item,
  stage,
  onChange,
}: {
  item: ItemOf<'TASK'>;
  stage: Stage;
  onChange: (field: string, steps: Step[]) => void;
}) {
  const t = useTranslations('designer.task');
  const dates = useTranslations('designer.dates');
  const { text } = useCanvasWords();
  const steps = item.task.steps ?? [];
  const add = () => {
    const key = freeKey(new Set(steps.map((step) => step.key)), 'step');
    const number = steps.length + 1;
    onChange('add', [...steps, { key, title: { 'zh-CN': `第 ${number} 步`, en: `Step ${number}` } }]);
  };
  return (
    <>
      <span className={styles.label}>{t('steps')}</span>
      {steps.length === 0 && <p className={styles.hint}>{t('noSteps')}</p>}
      <ol className={styles.list}>
        {steps.map((step, index) => (
          <li key={step.key} className={styles.entry}>
            <div className={styles.entryHead}>
              <span className={styles.entryTitle}>
                {index + 1}. {text(step.title)}
              </span>
              <RemoveButton
                label={t('removeStep', { title: text(step.title) })}
                onClick={() => onChange('remove', steps.toSpliced(index, 1))}
              />
            </div>
            <LocalizedField
              name={`task.steps.${step.key}.title`}
              label={t('stepTitle')}
              value={step.title}
              onChange={(title, language) =>
                onChange(`${step.key}.title.${language}`, steps.with(index, { ...step, title }))
              }
            />
            <DateRuleField
              label={t('stepDue')}
              kind="due"
              name={`task.steps.${step.key}.due`}
              target={item.key}
              own={{ item: item.key, stage: stage.key }}
              value={step.due}
              noneLabel={dates('dueWithItem')}
              onChange={(due) => {
                const { due: _, ...rest } = step;
                onChange(`${step.key}.due`, steps.with(index, due ? { ...rest, due } : rest));
              }}
            />
          </li>
        ))}
      </ol>
      {steps.length < 20 && <AddButton onClick={add}>{t('addStep')}</AddButton>}
    </>
  );
}

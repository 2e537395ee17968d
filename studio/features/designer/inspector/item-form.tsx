'use client';
import type { Stage } from '@planwright/schema/definition';
import { type Item, type ItemKind, type ItemOf, REQUIREMENTS } from '@planwright/schema/kinds';
import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ComponentType } from 'react';
import { KindIcon } from '@/features/states/kind-icon';
import { Button } from '@/features/ui/button';
import { Segmented } from '@/features/ui/segmented';
import { findItem } from '../edits/find';
import { duplicateItem, moveItem, renameItem, setRequirement } from '../edits/items';
import { useRemoveSelected } from '../edits/use-remove-selected';
import { useDesigner, useDesignerStore } from '../store/use-designer';
import { useCanvasWords } from '../words/use-canvas-words';
import { ConditionField } from './condition-field';
import { DateRuleField } from './date-rule-field';
import { DoneFields } from './done-fields';
import { ElectiveFields } from './elective-fields';
import { FieldProblems, NumberField, SelectField, TextField } from './fields';
import styles from './inspector.module.css';
import { ItemReminders } from './item-reminders';
import { KeyField } from './key-field';
import { LinksFields } from './links-section';
import { DescriptionField, LocalizedField } from './localized-field';
import { PartnersField } from './partners-field';
import { useProblemsAt } from './problems-context';
import { RuleUseField } from './rule-use-field';
import { Section } from './section';
import { useItemEdit, usePlanEdit } from './use-item-edit';

/** Who else takes part, where the kind knows others than the learner. */
const OTHERS: { [K in ItemKind]?: ComponentType<{ item: ItemOf<K> }> } = { TASK: PartnersField };

/** Everything about one item. `isNew`: no published version knows it, so its key may still change. */
export function ItemForm({ item, stage, isNew }: { item: Item; stage: Stage; isNew: boolean }) {
  const t = useTranslations('designer');
  const store = useDesignerStore();
  const words = useCanvasWords();
  const edit = useItemEdit(item);
  const Others = OTHERS[item.kind] as ComponentType<{ item: Item }> | undefined;
  const editPlan = usePlanEdit();
  const readOnly = useDesigner((state) => state.readOnly);
  const condition = useDesigner((state) => state.document.definition.conditions?.[item.key]);
  const remove = useRemoveSelected();
  const titleProblems = useProblemsAt(item.key, 'title');
  const own = useProblemsAt(item.key);
  const conditionProblems = useProblemsAt(item.key, 'conditions');
  const at = { item: item.key, stage: stage.key };
  return (
    <div className={styles.form} key={item.key}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.text(item.title)}</h2>
      </div>
      <span className={styles.kind}>
        <KindIcon kind={item.kind} />
        {t(`kinds.${item.kind}`)} · {words.text(stage.title)}
      </span>
      <FieldProblems problems={own} />

      <Section name="what" title={t('sections.what')}>
        <LocalizedField
          name="title"
          label={t('fields.title')}
          value={item.title}
          onChange={(title, language) =>
            edit(`title.${language}`, (each) => {
              each.title = title;
            })
          }
        />
        <FieldProblems problems={titleProblems} />
        <DescriptionField
          label={t('fields.description')}
          value={item.description}
          onChange={(description, language) =>
            edit(`description.${language}`, (each) => {
              if (description) each.description = description;
              else delete each.description;
            })
          }
        />
        <div className={styles.row}>
          <NumberField
            name="minutes"
            label={t('fields.minutes')}
            optional
            min={0}
            max={100_000}
            value={item.minutes}
            onChange={(minutes) =>
              edit('minutes', (each) => {
                if (minutes === undefined) delete each.minutes;
                else each.minutes = minutes;
              })
            }
          />
          <NumberField
            name="points"
            label={t('fields.points')}
            optional
            min={0}
            max={100_000}
            value={item.points}
            onChange={(points) =>
              edit('points', (each) => {
                if (points === undefined) delete each.points;
                else each.points = points;
              })
            }
          />
        </div>
        <KeyField
          value={item.key}
          editable={isNew}
          onRename={(key) => {
            let renamed = false;
            store.getState().editDocument({ key: 'rename', title: words.text(item.title) }, (document) => {
              renamed = renameItem(document.definition, item.key, key);
              const point = document.layout.items[item.key];
              if (renamed && point) {
                document.layout.items[key] = point;
                delete document.layout.items[item.key];
              }
            });
            if (renamed) store.getState().select([key]);
            return renamed;
          }}
        />
      </Section>

      <Section name="when" title={t('sections.when')} note={words.due(item)}>
        <DateRuleField
          label={t('fields.opens')}
          kind="opens"
          name="opens"
          target={item.key}
          own={at}
          value={item.opens}
          noneLabel={t('dates.opensWithStage')}
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
          target={item.key}
          own={at}
          value={item.due}
          noneLabel={t('dates.dueWithStage')}
          onChange={(rule) =>
            edit('due', (each) => {
              if (rule) each.due = rule;
              else delete each.due;
            })
          }
        />
        <TextField
          type="date"
          label={t('dates.exampleStart')}
          value={store.getState().exampleStart}
          onChange={(date) => date !== '' && store.getState().setExampleStart(date)}
        />
      </Section>

      <Section name="after" title={t('sections.after')}>
        <LinksFields item={item} />
        <span className={styles.label}>{t('conditions.title')}</span>
        <ConditionField
          value={condition}
          itemKey={item.key}
          onChange={(next) =>
            editPlan(`condition.${item.key}`, (draft) => {
              const conditions = { ...draft.conditions };
              if (next) conditions[item.key] = next;
              else delete conditions[item.key];
              draft.conditions = conditions;
            })
          }
        />
        <FieldProblems problems={conditionProblems} />
      </Section>

      <Section name="who" title={t('sections.who')} note={t(`requirements.${item.requirement}`)}>
        <Segmented
          label={t('fields.requirement')}
          value={item.requirement}
          options={REQUIREMENTS.map((value) => ({ value, label: t(`requirements.${value}`) }))}
          onChange={(requirement) =>
            !readOnly && editPlan(`requirement.${item.key}`, (draft) => setRequirement(draft, item.key, requirement))
          }
        />
        {item.requirement === 'ELECTIVE' && <ElectiveFields item={item} stage={stage} />}
        {Others && <Others item={item} />}
      </Section>

      <Section name="done" title={t('sections.done')}>
        <DoneFields item={item} stage={stage} />
      </Section>

      <Section name="reminders" title={t('sections.reminders')} startsFolded>
        <ItemReminders itemKey={item.key} />
      </Section>

      <Section name="score" title={t('sections.score')} startsFolded note={item.scorer?.use} opensFor="scorer">
        <RuleUseField
          part="scorer"
          value={item.scorer}
          target={item.key}
          path="scorer"
          onChange={(scorer) =>
            edit('scorer', (each) => {
              if (scorer) each.scorer = scorer;
              else delete each.scorer;
            })
          }
        />
      </Section>

      {!readOnly && (
        <Section name="place" title={t('sections.place')} startsFolded>
          <PlaceFields item={item} stage={stage} />
        </Section>
      )}
      {!readOnly && (
        <div className={styles.actions}>
          <Button
            icon={<Copy size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => {
              let copy: string | undefined;
              editPlan(
                'duplicate',
                (draft) => {
                  copy = duplicateItem(draft, item.key);
                },
                'duplicate',
              );
              if (copy !== undefined) store.getState().select([copy]);
            }}
          >
            {t('actions.duplicate')}
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

/** The click twin of dragging a card: another stage, a place up or down. */
function PlaceFields({ item, stage }: { item: Item; stage: Stage }) {
  const t = useTranslations('designer');
  const { text } = useCanvasWords();
  const store = useDesignerStore();
  const stages = useDesigner((state) => state.document.definition.stages);
  const index = useDesigner((state) => findItem(state.document.definition, item.key)?.index ?? 0);
  const move = (stageKey: string, to?: number) =>
    store.getState().editDocument({ key: 'moveItems', title: text(item.title), count: 1 }, (document) => {
      moveItem(document.definition, item.key, stageKey, to);
      delete document.layout.items[item.key];
    });
  return (
    <>
      <SelectField
        label={t('fields.stage')}
        name="stage"
        value={stage.key}
        options={stages.map((each) => ({ value: each.key, label: text(each.title) }))}
        onChange={(key) => key !== stage.key && move(key)}
      />
      <div className={styles.inline}>
        <Button
          icon={<ArrowUp size={16} strokeWidth={1.75} aria-hidden />}
          disabled={index === 0}
          onClick={() => move(stage.key, index - 1)}
        >
          {t('actions.up')}
        </Button>
        <Button
          icon={<ArrowDown size={16} strokeWidth={1.75} aria-hidden />}
          disabled={index === stage.items.length - 1}
          onClick={() => move(stage.key, index + 1)}
        >
          {t('actions.down')}
        </Button>
      </div>
    </>
  );
}

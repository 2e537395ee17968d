import type { PlanDefinition, Stage } from '../definition/index.js';
import { assertNever } from '../engine/index.js';
import {
  blockOf,
  type Item,
  item as itemShape,
  kindOf,
  type Step,
  step as stepShape,
  stepsOf,
} from '../kinds/index.js';
import type { Applied } from './apply-command.js';
import { editedFields, inserted, moved, removedAt } from './change-list.js';
import { checked } from './checked-value.js';
import type { Edit } from './command.js';
import { type ItemPlace, itemAt, mustBeFree, stageAt, stepAt } from './place-in-plan.js';
import { duplicateKey, unknownKey } from './refusal.js';

type ItemEdit = Extract<Edit, { kind: 'addItem' | 'removeItem' | 'moveItem' | 'editItem' }>;
type StepEdit = Extract<Edit, { kind: 'addStep' | 'removeStep' | 'moveStep' | 'editStep' }>;

const withItems = (plan: PlanDefinition, stageIndex: number, items: Item[]): PlanDefinition => ({
  ...plan,
  stages: plan.stages.with(stageIndex, { ...(plan.stages[stageIndex] as Stage), items }),
});
const withItem = (plan: PlanDefinition, { stageIndex, stage, index }: ItemPlace, item: Item): PlanDefinition =>
  withItems(plan, stageIndex, stage.items.with(index, item));

export function applyToItem(plan: PlanDefinition, edit: ItemEdit | StepEdit): Applied {
  switch (edit.kind) {
    case 'addItem': {
      const { stageKey, item, index } = edit.payload;
      const at = stageAt(plan, stageKey);
      const given = checked(itemShape, item, ['stages', stageKey, 'items', item.key]);
      mustBeFree(plan, [given.key], ['stages', stageKey, 'items']);
      return {
        definition: withItems(plan, at, inserted((plan.stages[at] as Stage).items, given, index).list),
        inverse: { kind: 'removeItem', payload: { key: given.key } },
        touched: [given.key],
      };
    }
    case 'removeItem': {
      const { stage, stageIndex, index, item } = itemAt(plan, edit.payload.key);
      return {
        definition: withItems(plan, stageIndex, removedAt(stage.items, index)),
        inverse: { kind: 'addItem', payload: { stageKey: stage.key, item, index } },
        touched: [item.key],
      };
    }
    case 'moveItem': {
      const { key, stageKey, index } = edit.payload;
      const from = itemAt(plan, key);
      const to = stageAt(plan, stageKey);
      const without = withItems(plan, from.stageIndex, removedAt(from.stage.items, from.index));
      return {
        definition: withItems(without, to, inserted((without.stages[to] as Stage).items, from.item, index).list),
        inverse: { kind: 'moveItem', payload: { key, stageKey: from.stage.key, index: from.index } },
        touched: [key],
      };
    }
    case 'editItem': {
      const { key, ...fields } = edit.payload;
      const place = itemAt(plan, key);
      const { edited, inverse } = editedFields(place.item, fields);
      const item = checked(itemShape, edited, ['stages', place.stage.key, 'items', key]);
      if (item.key !== key) mustBeFree(plan, [item.key], ['stages', place.stage.key, 'items']);
      return {
        definition: withItem(plan, place, item),
        inverse: { kind: 'editItem', payload: { key: item.key, ...inverse } as never },
        touched: [...new Set([key, item.key])],
      };
    }
    case 'addStep':
    case 'removeStep':
    case 'moveStep':
    case 'editStep':
      return applyToStep(plan, edit);
    default:
      return assertNever(edit);
  }
}

function applyToStep(plan: PlanDefinition, edit: StepEdit): Applied {
  const { itemKey } = edit.payload;
  const place = itemAt(plan, itemKey);
  const { item } = place;
  const kind = kindOf(item);
  const { withSteps: rebuilt } = kind;
  if (!rebuilt) throw unknownKey(['stages', place.stage.key, 'items', itemKey, 'task'], 'task');
  const steps = [...stepsOf(item)];
  const path = ['stages', place.stage.key, 'items', itemKey, blockOf(item), 'steps'];
  const withSteps = (now: Step[], dropEmpty = false): PlanDefinition =>
    withItem(plan, place, rebuilt(item, dropEmpty && now.length === 0 ? undefined : now));
  const touched = [itemKey];
  switch (edit.kind) {
    case 'addStep': {
      const step = checked(stepShape, edit.payload.step, [...path, edit.payload.step.key]);
      if (steps.some(({ key }) => key === step.key)) throw duplicateKey([...path, step.key], step.key);
      return {
        definition: withSteps(inserted(steps, step, edit.payload.index).list),
        inverse: {
          kind: 'removeStep',
          payload: { itemKey, key: step.key, ...(kind.steps?.(item) === undefined ? { dropEmpty: true } : {}) },
        },
        touched,
      };
    }
    case 'removeStep': {
      const at = stepAt(item, edit.payload.key);
      return {
        definition: withSteps(removedAt(steps, at), edit.payload.dropEmpty),
        inverse: { kind: 'addStep', payload: { itemKey, step: steps[at] as Step, index: at } },
        touched,
      };
    }
    case 'moveStep': {
      const at = stepAt(item, edit.payload.key);
      return {
        definition: withSteps(moved(steps, at, edit.payload.index).list),
        inverse: { kind: 'moveStep', payload: { itemKey, key: edit.payload.key, index: at } },
        touched,
      };
    }
    case 'editStep': {
      const { itemKey: _item, key, ...fields } = edit.payload;
      const at = stepAt(item, key);
      const { edited, inverse } = editedFields(steps[at] as Step, fields);
      const step = checked(stepShape, edited, [...path, key]);
      if (step.key !== key && steps.some((other) => other.key === step.key))
        throw duplicateKey([...path, step.key], step.key);
      return {
        definition: withSteps(steps.with(at, step)),
        inverse: { kind: 'editStep', payload: { itemKey, key: step.key, ...inverse } as never },
        touched,
      };
    }
    default:
      return assertNever(edit);
  }
}

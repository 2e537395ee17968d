import { type PlanDefinition, type Stage, stage as stageShape } from '../definition/index.js';
import { assertNever } from '../engine/index.js';
import type { Applied } from './apply-command.js';
import { editedFields, inserted, moved, removedAt } from './change-list.js';
import { checked } from './checked-value.js';
import type { Edit } from './command.js';
import { mustBeFree, stageAt } from './place-in-plan.js';
import { notEditable } from './refusal.js';

type StageEdit = Extract<Edit, { kind: 'addStage' | 'removeStage' | 'moveStage' | 'editStage' }>;

const keysIn = (stage: Stage): string[] => [stage.key, ...stage.items.map((item) => item.key)];

export function applyToStage(plan: PlanDefinition, edit: StageEdit): Applied {
  const withStages = (stages: Stage[]): PlanDefinition => ({ ...plan, stages });
  switch (edit.kind) {
    case 'addStage': {
      const { stage, index } = edit.payload;
      const given = checked(stageShape, stage, ['stages', stage.key]);
      mustBeFree(plan, keysIn(given), ['stages']);
      return {
        definition: withStages(inserted(plan.stages, given, index).list),
        inverse: { kind: 'removeStage', payload: { key: given.key } },
        touched: keysIn(given),
      };
    }
    case 'removeStage': {
      const at = stageAt(plan, edit.payload.key);
      const stage = plan.stages[at] as Stage;
      return {
        definition: withStages(removedAt(plan.stages, at)),
        inverse: { kind: 'addStage', payload: { stage, index: at } },
        touched: keysIn(stage),
      };
    }
    case 'moveStage': {
      const at = stageAt(plan, edit.payload.key);
      return {
        definition: withStages(moved(plan.stages, at, edit.payload.index).list),
        inverse: { kind: 'moveStage', payload: { key: edit.payload.key, index: at } },
        touched: [edit.payload.key],
      };
    }
    case 'editStage': {
      const { key, ...fields } = edit.payload;
      const at = stageAt(plan, key);
      const path = ['stages', key];
      if (Object.hasOwn(fields.set ?? {}, 'items') || fields.unset?.includes('items')) throw notEditable(path, 'items');
      const { edited, inverse } = editedFields(plan.stages[at] as Stage, fields);
      const stage = checked(stageShape, edited, path);
      if (stage.key !== key) mustBeFree(plan, [stage.key], ['stages']);
      return {
        definition: withStages(plan.stages.with(at, stage)),
        inverse: { kind: 'editStage', payload: { key: stage.key, ...inverse } as never },
        touched: [...new Set([key, stage.key])],
      };
    }
    default:
      return assertNever(edit);
  }
}

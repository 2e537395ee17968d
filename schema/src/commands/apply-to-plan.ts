import {
  type ElectiveGroup,
  electiveGroup,
  type PlanDefinition,
  planDefinition,
  type Reminder,
  reminder as reminderShape,
} from '../definition/index.js';
import { assertNever } from '../engine/index.js';
import { type RuleUse, ruleUse } from '../kinds/index.js';
import type { Applied } from './apply-command.js';
import { editedFields, inserted, removedAt, without } from './change-list.js';
import { checked } from './checked-value.js';
import { CONTAINERS, type Edit, PLAN_FIELDS } from './command.js';
import { electiveAt, mustBeFree, reminderAt } from './place-in-plan.js';
import { duplicateKey, notEditable } from './refusal.js';

type ElectiveEdit = Extract<Edit, { kind: 'addElective' | 'removeElective' | 'editElective' }>;
type ReminderEdit = Extract<Edit, { kind: 'addReminder' | 'removeReminder' | 'editReminder' }>;
type PlanEdit = Extract<Edit, { kind: 'setScoring' | 'editPlan' }>;

export function applyToPlan(plan: PlanDefinition, edit: ElectiveEdit | ReminderEdit | PlanEdit): Applied {
  switch (edit.kind) {
    case 'addElective':
    case 'removeElective':
    case 'editElective':
      return applyToElective(plan, edit);
    case 'addReminder':
    case 'removeReminder':
    case 'editReminder':
      return applyToReminder(plan, edit);
    case 'setScoring':
      return setScoring(plan, edit.payload.scoring);
    case 'editPlan':
      return editPlan(plan, edit.payload);
    default:
      return assertNever(edit);
  }
}

function applyToElective(plan: PlanDefinition, edit: ElectiveEdit): Applied {
  const groups = plan.electives ?? [];
  const withGroups = (electives: ElectiveGroup[]): PlanDefinition => ({ ...plan, electives });
  switch (edit.kind) {
    case 'addElective': {
      const group = checked(electiveGroup, edit.payload.group, ['electives', edit.payload.group.key]);
      mustBeFree(plan, [group.key], ['electives']);
      return {
        definition: withGroups(inserted(groups, group, edit.payload.index).list),
        inverse: {
          kind: 'removeElective',
          payload: { key: group.key, ...(plan.electives === undefined ? { dropEmpty: true } : {}) },
        },
        touched: [group.key, ...group.from],
      };
    }
    case 'removeElective': {
      const at = electiveAt(plan, edit.payload.key);
      const group = groups[at] as ElectiveGroup;
      return {
        definition:
          edit.payload.dropEmpty && groups.length === 1
            ? without(plan, 'electives')
            : withGroups(removedAt(groups, at)),
        inverse: { kind: 'addElective', payload: { group, index: at } },
        touched: [group.key, ...group.from],
      };
    }
    case 'editElective': {
      const { key, ...fields } = edit.payload;
      const at = electiveAt(plan, key);
      const { edited, inverse } = editedFields(groups[at] as ElectiveGroup, fields);
      const group = checked(electiveGroup, edited, ['electives', key]);
      if (group.key !== key) mustBeFree(plan, [group.key], ['electives']);
      return {
        definition: withGroups(groups.with(at, group)),
        inverse: { kind: 'editElective', payload: { key: group.key, ...inverse } as never },
        touched: [...new Set([key, group.key, ...group.from])],
      };
    }
    default:
      return assertNever(edit);
  }
}

function applyToReminder(plan: PlanDefinition, edit: ReminderEdit): Applied {
  const reminders = plan.reminders ?? [];
  const withReminders = (now: Reminder[]): PlanDefinition => ({ ...plan, reminders: now });
  const isTaken = (key: string) => reminders.some((one) => one.key === key);
  switch (edit.kind) {
    case 'addReminder': {
      const reminder = checked(reminderShape, edit.payload.reminder, ['reminders', edit.payload.reminder.key]);
      if (isTaken(reminder.key)) throw duplicateKey(['reminders', reminder.key], reminder.key);
      return {
        definition: withReminders(inserted(reminders, reminder, edit.payload.index).list),
        inverse: {
          kind: 'removeReminder',
          payload: { key: reminder.key, ...(plan.reminders === undefined ? { dropEmpty: true } : {}) },
        },
        touched: [reminder.key],
      };
    }
    case 'removeReminder': {
      const at = reminderAt(plan, edit.payload.key);
      return {
        definition:
          edit.payload.dropEmpty && reminders.length === 1
            ? without(plan, 'reminders')
            : withReminders(removedAt(reminders, at)),
        inverse: { kind: 'addReminder', payload: { reminder: reminders[at] as Reminder, index: at } },
        touched: [edit.payload.key],
      };
    }
    case 'editReminder': {
      const { key, ...fields } = edit.payload;
      const at = reminderAt(plan, key);
      const { edited, inverse } = editedFields(reminders[at] as Reminder, fields);
      const reminder = checked(reminderShape, edited, ['reminders', key]);
      if (reminder.key !== key && isTaken(reminder.key)) throw duplicateKey(['reminders', reminder.key], reminder.key);
      return {
        definition: withReminders(reminders.with(at, reminder)),
        inverse: { kind: 'editReminder', payload: { key: reminder.key, ...inverse } as never },
        touched: [...new Set([key, reminder.key])],
      };
    }
    default:
      return assertNever(edit);
  }
}

function setScoring(plan: PlanDefinition, given: RuleUse | null): Applied {
  const { scoring: old, ...rest } = plan;
  const scoring = given === null ? null : checked(ruleUse, given, ['scoring']);
  return {
    definition: scoring === null ? rest : { ...rest, scoring },
    inverse: { kind: 'setScoring', payload: { scoring: old ?? null } },
    touched: [],
  };
}

function editPlan(plan: PlanDefinition, fields: Extract<Edit, { kind: 'editPlan' }>['payload']): Applied {
  for (const name of [...Object.keys(fields.set ?? {}), ...(fields.unset ?? [])])
    if (!PLAN_FIELDS.has(name)) throw notEditable([], name);
  for (const name of CONTAINERS) {
    const isNamed = Object.hasOwn(fields.set ?? {}, name) || fields.unset?.includes(name);
    if (isNamed && !(isEmpty(plan[name]) && isEmpty(fields.set?.[name]))) throw notEditable([name], name);
  }
  const { edited, inverse } = editedFields(plan, fields);
  return {
    definition: checked(planDefinition, edited, []),
    inverse: { kind: 'editPlan', payload: inverse as never },
    touched: [],
  };
}

/** Absent, an empty list, or an empty record: documents that differ only in this mean the same and hash differently. */
const isEmpty = (value: unknown): boolean => value === undefined || ['[]', '{}'].includes(JSON.stringify(value));

import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../definition/canonical.js';
import { fullDefinition } from '../testing/full-definition.js';
import { applyCommand } from './apply-command.js';
import { COMMAND_KINDS, type Command, type Edit } from './command.js';
import { commandsBetween } from './commands-between.js';

const plan = structuredClone(fullDefinition);
const [stage] = plan.stages;
const items = plan.stages.flatMap((one) => one.items);
const task = items.find((item) => item.kind === 'TASK' && (item.task.steps?.length ?? 0) > 1);
const [link] = plan.links ?? [];
const [group] = plan.electives ?? [];
const [reminder] = plan.reminders ?? [];
if (!stage || task?.kind !== 'TASK' || !link || !group || !reminder) throw new Error('the full definition has it all');
const [step] = task.task.steps ?? [];
const lastStage = plan.stages.at(-1);
if (!step || !lastStage) throw new Error('the full definition has it all');
const title = { 'zh-CN': '新的', en: 'New' };
const { from, to, on } = link;

/** One edit of each kind, each of which changes the full definition. */
const edits: { [K in Edit['kind']]: Extract<Edit, { kind: K }> } = {
  addStage: { kind: 'addStage', payload: { stage: { key: 'new-stage', title, items: [] }, index: 1 } },
  removeStage: { kind: 'removeStage', payload: { key: stage.key } },
  moveStage: { kind: 'moveStage', payload: { key: stage.key } },
  editStage: { kind: 'editStage', payload: { key: stage.key, set: { title }, unset: ['due'] } },
  addItem: {
    kind: 'addItem',
    payload: { stageKey: stage.key, item: { key: 'new-item', kind: 'COURSE', title, requirement: 'REQUIRED' } },
  },
  removeItem: { kind: 'removeItem', payload: { key: task.key } },
  moveItem: { kind: 'moveItem', payload: { key: stage.items[0]?.key ?? '', stageKey: lastStage.key, index: 0 } },
  editItem: { kind: 'editItem', payload: { key: task.key, set: { title, minutes: 5 } } },
  addStep: { kind: 'addStep', payload: { itemKey: task.key, step: { key: 'new-step', title }, index: 0 } },
  removeStep: { kind: 'removeStep', payload: { itemKey: task.key, key: step.key } },
  moveStep: { kind: 'moveStep', payload: { itemKey: task.key, key: step.key } },
  editStep: { kind: 'editStep', payload: { itemKey: task.key, key: step.key, set: { title } } },
  link: { kind: 'link', payload: { link: { from: to, to: from, on: 'COMPLETED' }, index: 0 } },
  unlink: { kind: 'unlink', payload: { from, to, on } },
  editLink: { kind: 'editLink', payload: { from, to, on, set: { lag: { offset: 3, unit: 'WEEK' } } } },
  setJoin: { kind: 'setJoin', payload: { itemKey: 'somebody', join: { rule: 'ANY' } } },
  setCondition: {
    kind: 'setCondition',
    payload: { itemKey: 'somebody', condition: { expression: 'person.teamSize > 9' } },
  },
  addElective: { kind: 'addElective', payload: { group: { key: 'new-group', from: [task.key], choose: 1 } } },
  removeElective: { kind: 'removeElective', payload: { key: group.key } },
  editElective: { kind: 'editElective', payload: { key: group.key, set: { from: [task.key] } } },
  addReminder: { kind: 'addReminder', payload: { reminder: { ...reminder, key: 'new-reminder' }, index: 0 } },
  removeReminder: { kind: 'removeReminder', payload: { key: reminder.key } },
  editReminder: { kind: 'editReminder', payload: { key: reminder.key, set: { to: ['HR'] } } },
  setScoring: { kind: 'setScoring', payload: { scoring: null } },
  editPlan: { kind: 'editPlan', payload: { set: { title }, unset: ['grants'] } },
};

const apply = (edit: Edit, definition = plan) => applyCommand(definition, { ...edit, id: 'one' } as Command);
const codeOf = (edit: Edit) => {
  const result = apply(edit);
  return 'problem' in result ? result.problem.code : 'applied';
};

describe('one command', () => {
  test.each(COMMAND_KINDS)(
    '%s changes the plan and its inverse gives the plan as it was, also where lists are absent',
    (kind) => {
      const before = canonicalJson(plan);
      const bare = { ...plan };
      for (const name of ['links', 'joins', 'conditions', 'electives', 'reminders', 'scoring'] as const)
        delete bare[name];
      const start = /^(link|setJoin|setCondition|addElective|addReminder)$/.test(kind) ? bare : plan;
      const result = apply(edits[kind], start);
      if ('problem' in result) throw new Error(`${kind}: ${result.problem.message.en}`);
      expect(canonicalJson(result.definition)).not.toBe(canonicalJson(start));
      const back = applyCommand(result.definition, result.inverse);
      if ('problem' in back) throw new Error(`${kind}: ${back.problem.message.en}`);
      expect(canonicalJson(back.definition)).toBe(canonicalJson(start));
      expect(canonicalJson(plan)).toBe(before);
    },
  );

  test('the commands between the plan and its edited self are that one edit, or say the same', () => {
    for (const kind of COMMAND_KINDS) {
      const result = apply(edits[kind]);
      if ('problem' in result) throw new Error(kind);
      const found = commandsBetween(plan, result.definition);
      // Moving one to the end can also be told as moving the others forwards.
      if (!kind.startsWith('move')) expect([kind, found.map((one) => one.kind)]).toEqual([kind, [kind]]);
    }
  });

  test('what is not there, is taken, or has the wrong shape is refused by its code, and a path leads there', () => {
    expect(codeOf({ kind: 'removeItem', payload: { key: 'nobody' } })).toBe('unknown-key');
    expect(codeOf({ kind: 'moveItem', payload: { key: task.key, stageKey: 'nowhere' } })).toBe('unknown-key');
    expect(codeOf({ kind: 'unlink', payload: { from: 'a', to: 'b', on: 'PASSED' } })).toBe('unknown-key');
    expect(codeOf({ kind: 'addStage', payload: { stage: { key: task.key, title, items: [] } } })).toBe('duplicate-key');
    expect(codeOf({ kind: 'editItem', payload: { key: task.key, set: { key: stage.key } } })).toBe('duplicate-key');
    expect(codeOf({ kind: 'editItem', payload: { key: task.key, set: { colour: 'red' } } })).toBe('unknown-property');
    expect(codeOf({ kind: 'editItem', payload: { key: task.key, unset: ['title'] } })).toBe('missing');
    expect(codeOf({ kind: 'editStage', payload: { key: stage.key, set: { items: [] } } })).toBe('unknown-property');
    expect(codeOf({ kind: 'editPlan', payload: { set: { links: [] } } })).toBe('unknown-property');
    expect(codeOf({ kind: 'editPlan', payload: { set: { stages: [] } } })).toBe('unknown-property');
    const result = apply({ kind: 'editItem', payload: { key: task.key, set: { minutes: -1 } } });
    expect('problem' in result && result.problem.path.slice(-2)).toEqual([task.key, 'minutes']);
  });
});

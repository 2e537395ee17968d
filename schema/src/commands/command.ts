import { z } from 'zod';
import { condition, electiveGroup, join, link, planDefinition, reminder, stage } from '../definition/index.js';
import { item, linkResult, ruleUse, step } from '../kinds/index.js';
import { key } from '../text/index.js';

/** Where in a list, counted after the thing itself was taken out; absent or too high = at the end. */
const index = z.int().min(0).optional();
/** Top-level properties of the thing to be replaced whole. The result is checked as a whole, so values are not checked here. */
const set = z.record(z.string(), z.json()).optional();
const unset = z.array(z.string()).optional();
/** Also takes the property away when its list or record is empty then: the exact inverse of adding to what was not there. */
const dropEmpty = z.literal(true).optional();
const linkIdentity = { from: key, to: key, on: linkResult };

const payloads = {
  addStage: z.strictObject({ stage, index }),
  removeStage: z.strictObject({ key }),
  moveStage: z.strictObject({ key, index }),
  editStage: z.strictObject({ key, set, unset }),
  addItem: z.strictObject({ stageKey: key, item, index }),
  removeItem: z.strictObject({ key }),
  moveItem: z.strictObject({ key, stageKey: key, index }),
  editItem: z.strictObject({ key, set, unset }),
  addStep: z.strictObject({ itemKey: key, step, index }),
  removeStep: z.strictObject({ itemKey: key, key, dropEmpty }),
  moveStep: z.strictObject({ itemKey: key, key, index }),
  editStep: z.strictObject({ itemKey: key, key, set, unset }),
  link: z.strictObject({ link, index }),
  /** `index` tells equal links apart. */
  unlink: z.strictObject({ ...linkIdentity, index, dropEmpty }),
  editLink: z.strictObject({ ...linkIdentity, index, set, unset }),
  setJoin: z.strictObject({ itemKey: key, join: join.nullable(), dropEmpty }),
  setCondition: z.strictObject({ itemKey: key, condition: condition.nullable(), dropEmpty }),
  addElective: z.strictObject({ group: electiveGroup, index }),
  removeElective: z.strictObject({ key, dropEmpty }),
  editElective: z.strictObject({ key, set, unset }),
  addReminder: z.strictObject({ reminder, index }),
  removeReminder: z.strictObject({ key, dropEmpty }),
  editReminder: z.strictObject({ key, set, unset }),
  setScoring: z.strictObject({ scoring: ruleUse.nullable() }),
  editPlan: z.strictObject({ set, unset }),
} as const;

export type CommandKind = keyof typeof payloads;
export const COMMAND_KINDS = Object.keys(payloads) as CommandKind[];
export type CommandPayload<K extends CommandKind> = z.input<(typeof payloads)[K]>;

/** One edit of a plan. `id` names it in histories and audits; it has no meaning for the result. */
export type Command = { [K in CommandKind]: { id: string; kind: K; payload: CommandPayload<K> } }[CommandKind];
/** A command that nobody has named yet. */
export type Edit = { [K in CommandKind]: { kind: K; payload: CommandPayload<K> } }[CommandKind];

const variants = COMMAND_KINDS.map((kind) =>
  z.strictObject({ id: z.string().min(1).max(200), kind: z.literal(kind), payload: payloads[kind] }),
);

/** For commands that come from outside: strict, unknown properties are refused by name. */
export const command = z.union(
  variants as [(typeof variants)[number], ...typeof variants],
) as unknown as z.ZodType<Command>;

/** Properties of the root that have commands of their own; `editPlan` only writes them as empty, or leaves them out. */
export const CONTAINERS = ['links', 'joins', 'conditions', 'electives', 'reminders'] as const;

/** Properties that `editPlan` may set and unset. */
export const PLAN_FIELDS: ReadonlySet<string> = new Set(
  Object.keys(planDefinition.shape).filter((name) => !['format', 'stages', 'scoring'].includes(name)),
);

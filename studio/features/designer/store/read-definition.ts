import { FORMAT, type PlanDefinition, parsePlan } from '@planwright/schema/definition';
import { ITEM_KINDS } from '@planwright/schema/kinds';

type Loose = Record<string, unknown>;
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown, of: (part: unknown) => boolean): boolean => Array.isArray(value) && value.every(of);

const BLOCKS: Record<string, string> = {
  TASK: 'task',
  ASSESSMENT: 'assessment',
  APPROVAL: 'approval',
  MEETING: 'meeting',
  SURVEY: 'survey',
};

function isItemShaped(item: unknown): boolean {
  if (!isObject(item) || typeof item.key !== 'string' || !isObject(item.title)) return false;
  const block = BLOCKS[String(item.kind)];
  return ITEM_KINDS.some((kind) => kind === item.kind) && (block === undefined || isObject(item[block]));
}

/** Whether a document can be drawn and edited, though it may still be in the middle of an edit and not parse. */
function isPlanShaped(value: unknown): value is PlanDefinition {
  return (
    isObject(value) &&
    value.format === FORMAT &&
    typeof value.key === 'string' &&
    isObject(value.title) &&
    isList(
      value.stages,
      (stage) =>
        isObject(stage) && typeof stage.key === 'string' && isObject(stage.title) && isList(stage.items, isItemShaped),
    ) &&
    (value.links === undefined || isList(value.links, (link) => isObject(link) && 'on' in link)) &&
    (value.electives === undefined || isList(value.electives, (group) => isObject(group) && Array.isArray(group.from)))
  );
}

/** A stored definition, finished or not; undefined when it is something that this studio cannot draw. */
export function readDefinition(stored: unknown): PlanDefinition | undefined {
  const parsed = parsePlan(stored).definition;
  if (parsed) return parsed;
  return isPlanShaped(stored) ? stored : undefined;
}

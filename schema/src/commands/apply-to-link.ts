import {
  condition as conditionShape,
  join as joinShape,
  type Link,
  link as linkShape,
  type PlanDefinition,
} from '../definition/index.js';
import { assertNever } from '../engine/index.js';
import type { Applied } from './apply-command.js';
import { editedFields, inserted, removedAt, without } from './change-list.js';
import { checked } from './checked-value.js';
import type { Edit } from './command.js';
import { linkAt } from './place-in-plan.js';

type LinkEdit = Extract<Edit, { kind: 'link' | 'unlink' | 'editLink' | 'setJoin' | 'setCondition' }>;

export function applyToLink(plan: PlanDefinition, edit: LinkEdit): Applied {
  const links = plan.links ?? [];
  switch (edit.kind) {
    case 'link': {
      const given = checked(linkShape, edit.payload.link, ['links', edit.payload.link.from, edit.payload.link.to]);
      const { list, at } = inserted(links, given, edit.payload.index);
      return {
        definition: { ...plan, links: list },
        inverse: {
          kind: 'unlink',
          payload: {
            from: given.from,
            to: given.to,
            on: given.on,
            index: at,
            ...(plan.links === undefined ? { dropEmpty: true } : {}),
          },
        },
        touched: [given.from, given.to],
      };
    }
    case 'unlink': {
      const at = linkAt(plan, edit.payload, edit.payload.index);
      return {
        definition:
          edit.payload.dropEmpty && links.length === 1
            ? without(plan, 'links')
            : { ...plan, links: removedAt(links, at) },
        inverse: { kind: 'link', payload: { link: links[at] as Link, index: at } },
        touched: [edit.payload.from, edit.payload.to],
      };
    }
    case 'editLink': {
      const { from, to, on, index, ...fields } = edit.payload;
      const at = linkAt(plan, { from, to, on }, index);
      const { edited, inverse } = editedFields(links[at] as Link, fields);
      const link = checked(linkShape, edited, ['links', from, to]);
      return {
        definition: { ...plan, links: links.with(at, link) },
        inverse: {
          kind: 'editLink',
          payload: { from: link.from, to: link.to, on: link.on, index: at, ...inverse } as never,
        },
        touched: [...new Set([from, to, link.from, link.to])],
      };
    }
    case 'setJoin': {
      const { itemKey, join, dropEmpty } = edit.payload;
      const value = join === null ? null : checked(joinShape, join, ['joins', itemKey]);
      return {
        definition: withEntry(plan, 'joins', itemKey, value, dropEmpty),
        inverse: {
          kind: 'setJoin',
          payload: {
            itemKey,
            join: plan.joins?.[itemKey] ?? null,
            ...(plan.joins === undefined ? { dropEmpty: true } : {}),
          },
        },
        touched: [itemKey],
      };
    }
    case 'setCondition': {
      const { itemKey, condition, dropEmpty } = edit.payload;
      const value = condition === null ? null : checked(conditionShape, condition, ['conditions', itemKey]);
      return {
        definition: withEntry(plan, 'conditions', itemKey, value, dropEmpty),
        inverse: {
          kind: 'setCondition',
          payload: {
            itemKey,
            condition: plan.conditions?.[itemKey] ?? null,
            ...(plan.conditions === undefined ? { dropEmpty: true } : {}),
          },
        },
        touched: [itemKey],
      };
    }
    default:
      return assertNever(edit);
  }
}

/** The plan with one entry of a record set or taken out. */
function withEntry<N extends 'joins' | 'conditions'>(
  plan: PlanDefinition,
  name: N,
  key: string,
  value: NonNullable<PlanDefinition[N]>[string] | null,
  dropEmpty = false,
): PlanDefinition {
  const kept = Object.entries(plan[name] ?? {}).filter(([other]) => other !== key);
  const record = Object.fromEntries(value === null ? kept : [...kept, [key, value]]);
  const { [name]: _old, ...rest } = plan;
  return { ...(rest as PlanDefinition), ...(dropEmpty && Object.keys(record).length === 0 ? {} : { [name]: record }) };
}

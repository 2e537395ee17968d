import { itemsOf, type PlanDefinition } from '@planwright/schema/definition';

/** A rule or scorer that a plan names, with the settings it gives; one of each place. */
export interface PlanUse {
  use: string;
  pluginKey: string;
  /** Within the plugin. */
  key: string;
  kind: 'REMINDER_RULE' | 'SCORER';
  settings: Record<string, unknown>;
}

export function usesOf({ reminders = [], scoring, ...definition }: PlanDefinition): PlanUse[] {
  const of = (
    kind: PlanUse['kind'],
    { use, with: settings = {} }: { use: string; with?: Record<string, unknown> | undefined },
  ) => {
    const [pluginKey = '', key = ''] = use.split('/');
    return { use, pluginKey, key, kind, settings };
  };
  return [
    ...reminders.map((reminder) => of('REMINDER_RULE', reminder)),
    ...itemsOf(definition).flatMap(({ item }) => (item.scorer ? [of('SCORER', item.scorer)] : [])),
    ...(scoring ? [of('SCORER', scoring)] : []),
  ];
}

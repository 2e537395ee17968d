import type { Reminder } from '@planwright/schema/definition';

export const RECIPIENTS = ['LEARNER', 'MENTOR', 'SUPERIOR', 'HR'] as const satisfies readonly Reminder['to'][number][];

/** Who receives a reminder: people that the plan names, starting with some, or people that the rule's own settings name. */
export type Recipients = { by: 'PLAN'; start: Reminder['to'] } | { by: 'RULE' };

/** A rule says it in its settings' schema: `recipients: 'RULE'`, or a list to begin with. */
export function recipientsIn(schema: unknown): Recipients {
  const said = typeof schema === 'object' && schema !== null && 'recipients' in schema ? schema.recipients : undefined;
  if (said === 'RULE') return { by: 'RULE' };
  const start = Array.isArray(said) ? RECIPIENTS.filter((each) => said.includes(each)) : [];
  return { by: 'PLAN', start: start.length > 0 ? start : ['LEARNER'] };
}

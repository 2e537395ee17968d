import { core, coreRules } from '@planwright/plugin-core';
import type { CatchUp } from '@planwright/schema/rules';
import type { ReminderRules } from '../ports.js';

/** The rules of the house without a process: what the host does with them, but quickly. */
export function inProcessRules(): ReminderRules & { asked: number; fail: boolean } {
  const rules = {
    asked: 0,
    fail: false,
    find: async (_sql: unknown, _workspace: string, _version: string, use: string) => {
      const rule = coreRules[use];
      if (!rule) return undefined;
      const catchUp: CatchUp = core.reminderRules?.[use.split('/')[1] ?? '']?.catchUp ?? 'LATEST';
      return {
        catchUp,
        occurrences: async (...[people, params, environment]: Parameters<typeof rule>) => {
          rules.asked += 1;
          if (rules.fail) return { ok: false as const, failure: { kind: 'died' as const, message: 'gone' } };
          return { ok: true as const, value: rule(people, params, environment) };
        },
      };
    },
  };
  return rules;
}

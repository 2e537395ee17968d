import type { PluginCatalogue } from '../rules/plugin-catalogue.js';
import type { OccurrencesOf } from '../rules/reminder-rule.js';
import { addDays } from '../time/plain-date.js';
import { instantAt, plainDateIn } from '../time/zone.js';

const entry = { plugin: 'sample', version: '1.2.3', title: { 'zh-CN': '示例', en: 'Sample' } };
const time = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };

/** What the plans of these tests may use. */
export const sampleCatalogue: PluginCatalogue = {
  'sample/hourly': {
    ...entry,
    kind: 'REMINDER_RULE',
    configSchema: {
      type: 'object',
      properties: {
        times: { type: 'array', items: time, minItems: 1 },
        days: { type: 'integer', minimum: 1, maximum: 60, default: 3 },
        holidays: { enum: ['SKIP', 'NEXT'] },
      },
      required: ['times', 'days'],
      additionalProperties: false,
    },
  },
  'sample/sum': { ...entry, kind: 'SCORER', of: 'PLAN', configSchema: { type: 'object' } },
  'core/weighted': { ...entry, kind: 'SCORER', of: 'PLAN', configSchema: { type: 'object' } },
  'sample/rubric': { ...entry, kind: 'SCORER', of: 'ITEM', configSchema: { type: 'object' } },
};

/** Every day, at each of `times`, that one is still in the plan. */
const hourly: OccurrencesOf = (people, { times }, { from, until }) =>
  people.flatMap(({ person, zone, status }) => {
    const occurrences: ReturnType<OccurrencesOf> = [];
    if (status !== 'ACTIVE' || !Array.isArray(times)) return occurrences;
    const last = plainDateIn(until, zone);
    for (let day = plainDateIn(from, zone); day <= last; day = addDays(day, 1)) {
      for (const time of times.map(String)) {
        const at = instantAt(day, time, zone);
        if (at < from || at >= until) continue;
        const text = { 'zh-CN': `${day} ${time}`, en: `${day} ${time}` };
        occurrences.push({ person, key: `${day}T${time}`, at, hard: false, about: text, why: text });
      }
    }
    return occurrences;
  });

export const sampleRules: Record<string, OccurrencesOf> = { 'sample/hourly': hourly };

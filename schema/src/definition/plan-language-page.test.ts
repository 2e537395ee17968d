import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { cnCalendar } from '../calendar/generated/cn.js';
import { checkPlan } from '../check/check-plan.js';
import { COMMAND_KINDS } from '../commands/command.js';
import type { EventType } from '../engine/event.js';
import { ITEM_KINDS } from '../kinds/index.js';
import { parsePlanYaml } from '../yaml/plan-yaml.js';
import { ERROR_CODES, WARNING_CODES } from './problem.js';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/plan-language.md'), 'utf8');

/** The text of one section, up to the next. */
function section(number: number): string {
  const from = page.indexOf(`\n## ${number}. `);
  const to = page.indexOf(`\n## ${number + 1}. `);
  return page.slice(from, to < 0 ? undefined : to);
}

const inBackticks = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);
const firstCells = (text: string): string[] => [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name);

/** Complete because the compiler says so. */
const EVENTS: Record<EventType, true> = {
  enrolled: true,
  factsChanged: true,
  personEvent: true,
  mentorAssigned: true,
  mentorLeft: true,
  partnersChosen: true,
  dateFixed: true,
  calendarPublished: true,
  started: true,
  completed: true,
  submitted: true,
  reviewed: true,
  scored: true,
  excused: true,
  reopened: true,
  dueChanged: true,
  migrated: true,
  migrationUndone: true,
  cancelled: true,
  cancellationUndone: true,
  paused: true,
  resumed: true,
};

describe('docs/plan-language.md', () => {
  test('shows a document that parses and has no errors', () => {
    const [, example = ''] = page.match(/```yaml\n([\s\S]+?)```/) ?? [];
    const { definition, problems } = parsePlanYaml(example);
    expect(problems).toEqual([]);
    if (!definition) throw new Error('no definition');
    const found = checkPlan(definition, { year: 2026, calendars: { cn: cnCalendar } });
    expect(found.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  });

  test('names every kind of item, every event, every problem and every command, and no other', () => {
    expect(firstCells(section(1))).toEqual([...ITEM_KINDS]);
    expect(firstCells(section(3)).sort()).toEqual(Object.keys(EVENTS).sort());
    const codes = inBackticks(section(5)).filter((name) => /^[a-z-]+$/.test(name));
    expect(codes.sort()).toEqual([...ERROR_CODES, ...WARNING_CODES].sort());
    expect(inBackticks(section(8)).sort()).toEqual([...COMMAND_KINDS].sort());
  });
});

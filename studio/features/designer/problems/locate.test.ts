import { describe, expect, test } from '@jest/globals';
import { cnCalendar } from '@planwright/schema/calendar';
import type { Problem } from '@planwright/schema/definition';
import { retailPlan } from '../edits/retail-plan.fixture';
import { countByTarget, placeOf } from './locate';
import { problemsOf } from './problems-of';

const plan = retailPlan();
const at = (...path: string[]) => placeOf(plan, path);

describe('where a problem is shown', () => {
  test('at the stage, the item and its field, the link, or the plan', () => {
    expect(at('stages', 'role')).toEqual({ target: 'role', field: [] });
    expect(at('stages', 'team', 'items', 'goal-plan', 'due')).toEqual({ target: 'goal-plan', field: ['due'] });
    expect(at('stages', '1', 'items', '0', 'title')).toEqual({ target: 'coaching', field: ['title'] });
    expect(at('links', '1', 'on')).toEqual({ target: 'interviews>goal-plan:APPROVED', field: ['on'] });
    expect(at('conditions', 'goal-plan', 'all', '0')).toEqual({
      target: 'goal-plan',
      field: ['conditions', 'all', '0'],
    });
    expect(at('audience', 'when')).toEqual({ target: undefined, field: ['audience', 'when'] });
  });

  test('a link’s problem is signed at the item that it opens', () => {
    const problem = (severity: 'ERROR' | 'WARNING', ...path: string[]): Problem => ({
      code: severity === 'ERROR' ? 'unknown-key' : 'no-due',
      severity,
      path,
      message: { en: 'x' },
    });
    const counts = countByTarget(plan, [
      problem('ERROR', 'links', '1'),
      problem('WARNING', 'stages', 'team', 'items', 'goal-plan'),
      problem('WARNING', 'title'),
    ]);
    expect([...counts]).toEqual([['goal-plan', { errors: 1, warnings: 1 }]]);
  });

  test('every problem of a plan that is being written finds its place', () => {
    const edited = retailPlan();
    const [stage] = edited.stages;
    if (stage) stage.title = { 'zh-CN': '' };
    const problems = problemsOf(edited, 2026, { cn: cnCalendar });
    expect(problems.map((problem) => placeOf(edited, problem.path).target)).toContain('role');
  });
});

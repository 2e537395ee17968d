import { describe, expect, it } from '@jest/globals';
import { cnCalendar } from '@planwright/schema/calendar';
import { checkPlan } from '@planwright/schema/check';
import { parsePlan } from '@planwright/schema/definition';
import { blankDefinition, freePlanKey, keyFromTitle, renamedDefinition } from './new-definition';

describe('the key of a new plan', () => {
  it('comes from the Latin part of the title', () => {
    expect(keyFromTitle('Sales New Manager 2027')).toBe('sales-new-manager-2027');
    expect(keyFromTitle('Équipe & produit')).toBe('e-quipe-produit');
    expect(keyFromTitle('零售新经理培养计划')).toBe('plan');
    expect(keyFromTitle('2027 年')).toBe('plan');
  });

  it('is one that no plan has, and never too long', () => {
    expect(freePlanKey(new Set(), 'plan')).toBe('plan');
    expect(freePlanKey(new Set(['plan', 'plan-2']), 'plan')).toBe('plan-3');
    const long = 'a'.repeat(63);
    expect(freePlanKey(new Set([long]), long)).toBe(`${'a'.repeat(61)}-2`);
  });
});

describe('a plan from nothing', () => {
  it('is a definition without errors', () => {
    const { definition, problems } = parsePlan(blankDefinition('销售经理', 'zh-CN', new Set(['plan'])));
    expect(problems).toEqual([]);
    expect(definition?.key).toBe('plan-2');
    const found = definition ? checkPlan(definition, { year: 2026, calendars: { cn: cnCalendar } }) : [];
    expect(found.filter((problem) => problem.severity === 'ERROR')).toEqual([]);
  });
});

describe('a plan from a template or file', () => {
  const template = { format: 'planwright/1', key: 'retail', title: { 'zh-CN': '零售', en: 'Retail' }, stages: [] };

  it('keeps everything but a key that is taken', () => {
    expect(renamedDefinition(template, { language: 'en', taken: new Set(['retail']) })).toEqual({
      ...template,
      key: 'retail-2',
    });
  });

  it('has only the new title when it gets one', () => {
    expect(renamedDefinition(template, { title: '门店', language: 'zh-CN', taken: new Set() })).toEqual({
      ...template,
      title: { 'zh-CN': '门店' },
    });
    expect(renamedDefinition(template, { title: '零售', language: 'zh-CN', taken: new Set() })).toEqual(template);
  });
});

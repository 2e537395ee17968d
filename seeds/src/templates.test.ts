import { describe, expect, test } from '@jest/globals';
import { cnCalendar, type DateRule } from '@planwright/schema/calendar';
import { checkPlan } from '@planwright/schema/check';
import { itemsOf } from '@planwright/schema/definition';
import { loadTemplates } from './templates.js';

const templates = await loadTemplates();

describe('the plan templates', () => {
  test('are the two fixtures and one more', () => {
    expect(templates.map(({ key }) => key)).toEqual(['product-new-manager', 'retail-new-manager', 'sales-new-manager']);
  });

  test.each(templates.map((template) => [template.key, template] as const))(
    '%s has no problems in a published year, and every item has a due date',
    (_, { definition }) => {
      expect(checkPlan(definition, { year: 2026, calendars: { cn: cnCalendar } })).toEqual([]);
      expect(itemsOf(definition).filter(({ item, stage }) => !item.due && !stage.due)).toEqual([]);
    },
  );

  test('the retail plan has the due dates of its description', () => {
    const retail = templates.find(({ key }) => key === 'retail-new-manager')?.definition;
    if (!retail) throw new Error('no retail plan');
    const dueOf = (wanted: string): DateRule | undefined => {
      const found = itemsOf(retail).find(({ item }) => item.title['zh-CN'] === wanted);
      return found?.item.due ?? found?.stage.due;
    };
    const friday = (week: number) => ({ week, weekday: 'FRI', at: '18:00' });
    expect(dueOf('新经理的角色定位')).toEqual(friday(1));
    expect(dueOf('零售团队的核心职责')).toEqual(friday(2));
    expect(dueOf('高效团队会议技巧')).toEqual(friday(4));
    expect(dueOf('员工绩效辅导')).toEqual(friday(6));
    expect(dueOf('零售业务流程优化')).toEqual(friday(10));
    expect(dueOf('客户资源整合')).toEqual(friday(11));
    expect(dueOf('完成团队成员访谈报告')).toMatchObject({ anchor: 'OPENED', offset: 7, unit: 'DAY' });
    expect(dueOf('制定团队季度目标拆解方案')).toEqual(friday(8));
    expect(dueOf('完成1次门店运营诊断报告')).toEqual(friday(11));
    expect(dueOf('门店推广方案')).toEqual(friday(12));
    expect(retail.stages.map(({ due }) => due)).toEqual([friday(2), friday(8), friday(12)]);
  });
});

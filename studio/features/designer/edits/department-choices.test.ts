import { describe, expect, it } from '@jest/globals';
import { departmentChoices, departmentName } from './department-choices';

const DEPARTMENTS = [
  { key: 'east', name: 'East', parent: null },
  { key: 'marketing', name: 'Marketing', parent: null },
  { key: 'east-sales', name: 'Sales', parent: { name: 'East' } },
  { key: 'south-sales', name: 'Sales', parent: { name: 'South' } },
];
const unknown = (key: string) => `${key} (no such department)`;

describe('the departments that a plan may name', () => {
  it('are called by name, and by the one above where two have the same', () => {
    expect(departmentChoices(DEPARTMENTS, { unknown }).map(({ label }) => label)).toEqual([
      'East',
      'Marketing',
      'East / Sales',
      'South / Sales',
    ]);
    expect(departmentName(DEPARTMENTS, 'marketing')).toBe('Marketing');
    expect(departmentName(DEPARTMENTS, 'gone')).toBeUndefined();
  });

  it('leave out those that are named already', () => {
    const choices = departmentChoices(DEPARTMENTS, { taken: ['east', 'gone'], unknown });
    expect(choices.map(({ value }) => value)).toEqual(['marketing', 'east-sales', 'south-sales']);
  });

  it('keep one that the plan names and that there is not, and say so once they are read', () => {
    expect(departmentChoices(DEPARTMENTS, { value: 'gone', unknown })[0]).toEqual({
      value: 'gone',
      label: 'gone (no such department)',
    });
    expect(departmentChoices(undefined, { value: 'gone', unknown })).toEqual([{ value: 'gone', label: 'gone' }]);
  });
});

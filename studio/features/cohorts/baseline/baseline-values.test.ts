import { describe, expect, it } from '@jest/globals';
import { pasted, readTyped, typedAt, withTyped } from './baseline-values';

const people = ['ann', 'bob', 'eve'];
const metrics = ['sales', 'exam'];

describe('baselines that are typed', () => {
  it('are sent where there is a number, in the order of the table', () => {
    const typed = { bob: { sales: ' 1,204.5 ', exam: '' }, ann: { exam: '８６', sales: 'n/a' }, gone: { exam: '1' } };
    expect(readTyped(people, metrics, typed)).toEqual({
      values: [
        { personId: 'ann', metricKey: 'exam', value: 86 },
        { personId: 'bob', metricKey: 'sales', value: 1204.5 },
      ],
      unreadable: [{ personId: 'ann', metricKey: 'sales' }],
    });
  });

  it('stay with their person and metric', () => {
    const typed = withTyped({ ann: { sales: '1' } }, { personId: 'ann', metricKey: 'exam' }, '2');
    expect(typed).toEqual({ ann: { sales: '1', exam: '2' } });
    expect(typedAt(typed, { personId: 'eve', metricKey: 'exam' })).toBe('');
  });
});

describe('cells from a spreadsheet', () => {
  it('fill to the right and down, and end where the table ends', () => {
    const typed = pasted(
      people,
      metrics,
      { ann: { sales: '1' } },
      { personId: 'bob', metricKey: 'sales' },
      '7\t8\t9\r\n5\t6\r\n4\r\n',
    );
    expect(typed).toEqual({ ann: { sales: '1' }, bob: { sales: '7', exam: '8' }, eve: { sales: '5', exam: '6' } });
  });

  it('are read as the spreadsheet quotes them, and an empty row between them stays empty', () => {
    const at = { personId: 'ann', metricKey: 'sales' };
    expect(pasted(people, metrics, {}, at, '"7\n"\t8\n')).toEqual({ ann: { sales: '7', exam: '8' } });
    expect(pasted(people, metrics, {}, at, '1\n\n3\n')).toEqual({
      ann: { sales: '1' },
      bob: { sales: '' },
      eve: { sales: '3' },
    });
  });

  it('fill one column downwards from where they are pasted', () => {
    const typed = pasted(people, metrics, {}, { personId: 'ann', metricKey: 'exam' }, '1\n2\n3\n');
    expect(readTyped(people, metrics, typed).values.map(({ value }) => value)).toEqual([1, 2, 3]);
  });
});

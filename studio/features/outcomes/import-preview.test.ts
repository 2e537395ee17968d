import { describe, expect, it } from '@jest/globals';
import { columnsIn, countResults, type PreviewRow, worstFirst } from './import-preview';

const row = (line: number, result: PreviewRow['result']): PreviewRow => ({
  line,
  result,
  person: '',
  cells: [
    { column: 'NAME', given: '', wrong: false, notes: [] },
    { column: 'VALUE', given: '', wrong: false, notes: [] },
  ],
});

describe('what an import would do', () => {
  const rows = [row(2, 'RECORDED'), row(3, 'REFUSED'), row(4, 'SAME'), row(5, 'REFUSED'), row(6, 'RECORDED')];

  it('is counted', () => {
    expect(countResults(rows)).toEqual({ RECORDED: 2, SAME: 1, REFUSED: 2 });
    expect(countResults([])).toEqual({ RECORDED: 0, SAME: 0, REFUSED: 0 });
  });

  it('is told from what is wrong on, each in the order of the table', () => {
    expect(worstFirst(rows).map(({ line }) => line)).toEqual([3, 5, 4, 2, 6]);
  });

  it('has the columns of the table', () => {
    expect(columnsIn(rows)).toEqual(['NAME', 'VALUE']);
    expect(columnsIn([])).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { filterQuery, isNarrowed, type ReportFilter, readFilter } from './filter-address';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const filter: fc.Arbitrary<ReportFilter> = fc.record(
  { plan: fc.string({ minLength: 1 }), cohort: fc.string({ minLength: 1 }), from: day, until: day },
  { requiredKeys: [] },
);

describe('the filter in the address', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(filter, (each) => {
        expect(readFilter(new URLSearchParams(filterQuery(each)))).toEqual({ ...each });
      }),
    );
  });

  it('is nothing for everything', () => {
    expect(filterQuery({})).toBe('');
    expect(isNarrowed({})).toBe(false);
    expect(isNarrowed({ plan: 'retail-new-manager' })).toBe(true);
  });

  it('leaves out days that are none', () => {
    expect(readFilter(new URLSearchParams('from=2026-02-30&until=yesterday&cohort='))).toEqual({});
  });
});

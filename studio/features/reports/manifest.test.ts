import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readManifest, targetOf } from './manifest';

describe('the manifest of a report', () => {
  it('is read field by field', () => {
    const manifest = readManifest({
      engineVersion: 'planwright-report/1',
      planVersions: [{ id: 'x', number: 2, contentHash: 'ab12' }],
      exclusions: [{ reason: 'enrolment cancelled', n: 1 }],
      queries: [{ name: 'metrics', parameters: {}, rowCount: 4, resultSha256: 'cd' }],
      targets: { completion: 0.9, feedback: 0.95 },
      allocation: { seed: null, seedSha256: 'ef' },
    });
    expect(manifest.versions).toEqual([{ number: 2, contentHash: 'ab12' }]);
    expect(manifest.exclusions).toEqual([{ reason: 'enrolment cancelled', n: 1 }]);
    expect(manifest.queries).toEqual([{ name: 'metrics', rowCount: 4, resultSha256: 'cd' }]);
    expect(manifest.seed).toBeUndefined();
    expect(manifest.seedSha256).toBe('ef');
    expect(targetOf(manifest, 'completion')).toBe(0.9);
    expect(targetOf(manifest, 'feedbackGiven')).toBe(0.95);
    expect(targetOf(manifest, 'feedbackInTime')).toBeUndefined();
  });

  it('of any other shape breaks nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const { versions, exclusions, queries } = readManifest(json);
        return Array.isArray(versions) && Array.isArray(exclusions) && Array.isArray(queries);
      }),
    );
  });
});

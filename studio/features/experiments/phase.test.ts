import { describe, expect, it } from '@jest/globals';
import { byUrgency, phaseOf } from './phase';

const at = (status: 'DESIGNED' | 'RUNNING' | 'ANALYSED' | 'STOPPED' | 'CANCELLED', analysisOn: string) => ({
  status,
  analysisOn,
});

describe('the phase of an experiment', () => {
  it('turns from running to due on the analysis date itself', () => {
    expect(phaseOf(at('RUNNING', '2026-06-30'), '2026-06-29')).toBe('running');
    expect(phaseOf(at('RUNNING', '2026-06-30'), '2026-06-30')).toBe('due');
    expect(phaseOf(at('RUNNING', '2026-06-30'), '2026-07-01')).toBe('due');
  });

  it('is not due before it has started, nor after it was analysed', () => {
    expect(phaseOf(at('DESIGNED', '2026-06-30'), '2026-07-01')).toBe('designed');
    expect(phaseOf(at('ANALYSED', '2026-06-30'), '2026-06-01')).toBe('analysed');
    expect(phaseOf(at('STOPPED', '2026-06-30'), '2026-07-01')).toBe('stopped');
    expect(phaseOf(at('CANCELLED', '2026-06-30'), '2026-07-01')).toBe('cancelled');
  });
});

describe('a list of experiments', () => {
  it('begins with what asks for something and ends with what was over first', () => {
    const rows = [
      at('ANALYSED', '2025-01-31'),
      at('RUNNING', '2026-08-31'),
      at('ANALYSED', '2025-12-31'),
      at('RUNNING', '2026-05-31'),
      at('DESIGNED', '2026-09-30'),
      at('CANCELLED', '2026-01-01'),
      at('RUNNING', '2026-07-31'),
    ];
    expect(byUrgency(rows, '2026-06-15').map(({ analysisOn }) => analysisOn)).toEqual([
      '2026-05-31',
      '2026-09-30',
      '2026-07-31',
      '2026-08-31',
      '2026-01-01',
      '2025-12-31',
      '2025-01-31',
    ]);
  });
});

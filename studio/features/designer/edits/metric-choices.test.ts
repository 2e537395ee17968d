import { describe, expect, it } from '@jest/globals';
import { metricChoices, metricName } from './metric-choices';

const METRICS = [
  { key: 'completion', title: 'completion' },
  { key: 'team-performance', title: 'team performance' },
  { key: 'satisfaction-team', title: 'team satisfaction' },
];
const unknown = (key: string) => `${key} (not in this workspace)`;
const values = (choices: { value: string }[]) => choices.map(({ value }) => value);

describe('the metrics that an outcome may be measured by', () => {
  it('are those of the workspace, by title', () => {
    expect(metricChoices(METRICS, { taken: new Set(), unknown })).toEqual([
      { value: 'completion', label: 'Completion' },
      { value: 'team-performance', label: 'Team performance' },
      { value: 'satisfaction-team', label: 'Team satisfaction' },
    ]);
  });

  it('leave out what another outcome of the plan takes, and keep the own one', () => {
    const taken = new Set(['completion', 'team-performance']);
    expect(values(metricChoices(METRICS, { value: 'completion', taken, unknown }))).toEqual([
      'completion',
      'satisfaction-team',
    ]);
    expect(values(metricChoices(METRICS, { taken, unknown }))).toEqual(['satisfaction-team']);
  });

  it('keep the one that the plan names and the workspace does not have, and say so', () => {
    const choices = metricChoices(METRICS, { value: 'retention', taken: new Set(['retention']), unknown });
    expect(choices[0]).toEqual({ value: 'retention', label: 'retention (not in this workspace)' });
    expect(choices).toHaveLength(4);
  });

  it('call nothing unknown before the metrics are read', () => {
    expect(metricChoices(undefined, { value: 'retention', taken: new Set(), unknown })).toEqual([
      { value: 'retention', label: 'retention' },
    ]);
    expect(metricChoices(undefined, { taken: new Set(), unknown })).toEqual([]);
  });

  it('are named by title, else by what the plan says', () => {
    expect(metricName(METRICS, 'team-performance')).toBe('Team performance');
    expect(metricName(METRICS, 'retention')).toBe('retention');
    expect(metricName(undefined, 'team-performance')).toBe('team-performance');
  });
});

import { describe, expect, test } from '@jest/globals';
import { linkPath } from './link-path';

const ends = { sourceX: 100, sourceY: 50, targetX: 100, targetY: 150 };

describe('the path of a link', () => {
  test('down is a straight line with its word in the middle', () => {
    expect(linkPath('down', ends, 78)).toEqual({
      d: 'M100,50 L100,150',
      labelX: 100,
      labelY: 100,
      labelAnchor: 'middle',
    });
  });

  test('around stays right of the cards and puts its word into the gap above the card it enters', () => {
    const path = linkPath('around', ends, 78);
    expect(path.d).toContain('V142');
    expect(path.labelY).toBe(150 - 39 - 18);
    expect(path.labelX).toBeLessThan(113);
  });

  test('across to the next stage has its word in the middle, further on beside the card it enters', () => {
    const near = linkPath('across', { ...ends, targetX: 200 }, 78);
    expect(near).toMatchObject({ labelX: 150, labelY: 100 });
    const far = linkPath('across', { ...ends, targetX: 900 }, 78);
    expect(far).toMatchObject({ labelX: 856, labelY: 150 });
  });
});

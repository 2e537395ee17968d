import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { retailPlan } from '../edits/retail-plan.fixture';
import { arrange, HEADER, orderAt, stageAt, stageOrderAt } from './arrange';
import { cardHeight, titleLines } from './card-size';
import { EMPTY_LAYOUT, readLayout } from './plan-layout';

const titleOf = (key: string) => key;
const keys = retailPlan().stages.flatMap((stage) => stage.items.map((item) => item.key));

describe('arranging a plan', () => {
  test('bands stand side by side and cards one under the other, in the order of the plan', () => {
    const { stages, items } = arrange(retailPlan(), EMPTY_LAYOUT, titleOf);
    expect(stages.map((stage) => stage.key)).toEqual(['role', 'team']);
    expect(stages[1]?.x).toBeGreaterThan((stages[0]?.x ?? 0) + (stages[0]?.width ?? 0));
    const team = items.filter((card) => card.stageKey === 'team');
    expect(team.map((card) => card.y)).toEqual([...team.map((card) => card.y)].sort((a, b) => a - b));
  });

  test('cards arranged by themselves never lie on those that were placed, and every band holds its cards', () => {
    const point = fc.record({ x: fc.integer({ min: -50, max: 700 }), y: fc.integer({ min: -50, max: 900 }) });
    fc.assert(
      fc.property(fc.option(fc.constantFrom(...keys)), point, (key, at) => {
        const { stages, items } = arrange(retailPlan(), { items: key ? { [key]: at } : {} }, titleOf);
        for (const card of items) {
          const band = stages.find((stage) => stage.key === card.stageKey);
          expect(card.y).toBeGreaterThanOrEqual(HEADER);
          expect(card.x + card.width).toBeLessThanOrEqual(band?.width ?? 0);
          expect(card.y + card.height).toBeLessThanOrEqual(band?.height ?? 0);
          for (const other of items) {
            if (other === card || other.stageKey !== card.stageKey) continue;
            const apart =
              card.x + card.width <= other.x ||
              other.x + other.width <= card.x ||
              card.y + card.height <= other.y ||
              other.y + other.height <= card.y;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  test('a point belongs to the band under it, beside all bands to the nearest', () => {
    const arrangement = arrange(retailPlan(), EMPTY_LAYOUT, titleOf);
    const team = arrangement.stages[1];
    expect(stageAt(arrangement, { x: 10, y: 5 })?.key).toBe('role');
    expect(stageAt(arrangement, { x: (team?.x ?? 0) + 5, y: 5 })?.key).toBe('team');
    expect(stageAt(arrangement, { x: -900, y: 0 })?.key).toBe('role');
    expect(stageAt(arrangement, { x: 9000, y: 0 })?.key).toBe('team');
  });

  test('the place in the order follows the height, without the card that is being moved', () => {
    const arrangement = arrange(retailPlan(), EMPTY_LAYOUT, titleOf);
    expect(orderAt(arrangement, 'team', 0)).toBe(0);
    expect(orderAt(arrangement, 'team', 10_000)).toBe(4);
    expect(orderAt(arrangement, 'team', 10_000, 'coaching')).toBe(3);
    expect(stageOrderAt(arrangement, 'role', 10_000)).toBe(1);
  });

  test('a long title takes two lines and its card is one line higher', () => {
    expect(titleLines('员工绩效辅导')).toBe(1);
    expect(titleLines('Effective team meetings')).toBe(1);
    expect(titleLines('The role of a new manager')).toBe(2);
    expect(titleLines('Managing customers as a new manager')).toBe(2);
    expect(titleLines('制定团队季度目标拆解方案（含复盘）')).toBe(2);
    expect(cardHeight('制定团队季度目标拆解方案（含复盘）') - cardHeight('员工绩效辅导')).toBe(20);
  });

  test('a stored layout that is not understood is left out', () => {
    expect(readLayout(null)).toEqual(EMPTY_LAYOUT);
    expect(readLayout({ items: { a: { x: 1, y: 2, z: 3 }, b: { x: 'left' }, c: null } })).toEqual({
      items: { a: { x: 1, y: 2 } },
    });
  });
});

import { describe, expect, test } from '@jest/globals';
import { retailPlan } from '../edits/retail-plan.fixture';
import { arrange, PAD } from '../layout/arrange';
import { EMPTY_LAYOUT } from '../layout/plan-layout';
import type { PlanDocument } from '../store/plan-document';
import { placeCards, stepCard } from './place-cards';

const open = (): PlanDocument => ({ definition: retailPlan(), layout: { items: {} } });
const keys = ({ definition }: PlanDocument) => definition.stages.map((stage) => stage.items.map((item) => item.key));
const arrangement = arrange(retailPlan(), EMPTY_LAYOUT, (key) => key);
const team = arrangement.stages[1] ?? { x: 0 };

describe('placing cards', () => {
  test('several cards dropped into another stage keep their order from top to bottom', () => {
    const document = open();
    placeCards(document, arrangement, [
      { key: 'interviews', corner: { x: team.x + PAD, y: 40 } },
      { key: 'manager-role', corner: { x: team.x + PAD, y: 20 } },
    ]);
    expect(keys(document)[0]).toEqual([]);
    expect(keys(document)[1]?.slice(0, 3)).toEqual(['manager-role', 'interviews', 'coaching']);
  });

  test('a card that falls back where it was changes nothing', () => {
    const document = open();
    const card = arrangement.items.find((each) => each.key === 'interviews');
    placeCards(document, arrangement, [{ key: 'interviews', corner: { x: PAD + 4, y: (card?.y ?? 0) + 4 } }]);
    expect(document).toEqual(open());
  });

  test('arrow keys move in the order and between stages, and stop at the ends', () => {
    const document = open();
    stepCard(document, 'coaching', 'down');
    expect(keys(document)[1]).toEqual(['negotiation', 'coaching', 'tools', 'goal-plan']);
    stepCard(document, 'negotiation', 'up');
    expect(keys(document)[1]?.[0]).toBe('negotiation');
    stepCard(document, 'coaching', 'left');
    expect(keys(document)[0]).toEqual(['manager-role', 'coaching', 'interviews']);
    stepCard(document, 'coaching', 'left');
    expect(keys(document)[0]).toEqual(['manager-role', 'coaching', 'interviews']);
    stepCard(document, 'goal-plan', 'down');
    expect(keys(document)[1]?.at(-1)).toBe('goal-plan');
  });

  test('a card beside the column moves a step where it lies', () => {
    const document = open();
    document.layout.items.tools = { x: 288, y: 200 };
    stepCard(document, 'tools', 'down');
    expect(document.layout.items.tools).toEqual({ x: 288, y: 208 });
    expect(keys(document)).toEqual(keys(open()));
  });
});

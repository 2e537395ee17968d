import { describe, expect, test } from '@jest/globals';
import { retailPlan } from '../edits/retail-plan.fixture';
import { arrange, PAD } from './arrange';
import { CARD_WIDTH } from './card-size';
import { dropAt } from './drop';
import { EMPTY_LAYOUT } from './plan-layout';

const arrangement = arrange(retailPlan(), EMPTY_LAYOUT, (key) => key);
const team = arrangement.stages[1] ?? { x: 0 };
const coaching = arrangement.items.find((card) => card.key === 'coaching') ?? { y: 0, height: 0 };

describe('dropping a card', () => {
  test('into the column of a stage gives its place in the order', () => {
    expect(dropAt(arrangement, { x: team.x + PAD + 30, y: coaching.y + coaching.height }, 78)).toEqual({
      stageKey: 'team',
      index: 1,
    });
    expect(dropAt(arrangement, { x: team.x + PAD, y: 0 }, 78)).toEqual({ stageKey: 'team', index: 0 });
  });

  test('beside the column gives it a place of its own there', () => {
    const drop = dropAt(arrangement, { x: team.x + PAD + 100, y: 203 }, 78);
    expect(drop?.stageKey).toBe('team');
    expect(drop?.at).toEqual({ x: PAD + CARD_WIDTH + 40, y: 200 });
  });

  test('on another card beside the column lies below it', () => {
    const placed = arrange(retailPlan(), { items: { tools: { x: PAD + CARD_WIDTH + 40, y: 200 } } }, (key) => key);
    const tools = placed.items.find((card) => card.key === 'tools');
    const stage = placed.stages[1] ?? { x: 0 };
    const drop = dropAt(placed, { x: stage.x + PAD + CARD_WIDTH, y: 210 }, 78);
    expect(drop?.at?.y).toBeGreaterThanOrEqual((tools?.y ?? 0) + (tools?.height ?? 0));
    expect(dropAt(placed, { x: stage.x + PAD + CARD_WIDTH, y: 210 }, 78, 'tools')?.at?.y).toBe(208);
  });

  test('into a plan without stages is nowhere', () => {
    expect(dropAt({ stages: [], items: [] }, { x: 0, y: 0 }, 78)).toBeUndefined();
  });
});

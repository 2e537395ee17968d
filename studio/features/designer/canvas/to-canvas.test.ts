import { describe, expect, test } from '@jest/globals';
import { produce } from 'immer';
import { moveItem } from '../edits/items';
import { retailPlan } from '../edits/retail-plan.fixture';
import { EMPTY_LAYOUT } from '../layout/plan-layout';
import { type CanvasWords, type Overlays, toCanvas } from './to-canvas';

const words: CanvasWords = {
  text: (text) => text['zh-CN'] ?? text.en ?? '',
  due: (item) => (item.due ? 'due' : 'stage'),
  meta: (item) => item.requirement,
  weeks: () => '第 1–2 周',
  link: (link) => (typeof link.on === 'string' ? link.on : link.on.scoreIn.join('–')),
  stageLabel: (_, title) => title,
  itemLabel: (_, title, due, meta, problems) => `${title} ${due} ${meta} ${problems.errors}`,
  linkLabel: (from, to, word) => `${from} → ${to}: ${word}`,
};
const quiet: Overlays = { selection: [], problems: new Map(), readOnly: false };
const draw = (plan = retailPlan(), overlays = quiet) => toCanvas(plan, EMPTY_LAYOUT, words, overlays);

describe('from the plan to the canvas', () => {
  test('draws a band for every stage before the cards in it, and an edge for every link', () => {
    const { nodes, edges } = draw();
    expect(nodes.filter((node) => node.type === 'stage').map((node) => node.id)).toEqual(['role', 'team']);
    expect(nodes.filter((node) => node.parentId === 'role').map((node) => node.id)).toEqual([
      'manager-role',
      'interviews',
    ]);
    expect(nodes.findIndex((node) => node.type === 'item')).toBe(2);
    expect(edges.map((edge) => edge.id)).toEqual([
      'manager-role>interviews:COMPLETED',
      'interviews>goal-plan:APPROVED',
      'coaching>goal-plan:60-100',
    ]);
  });

  test('a link runs down to the next card, around the cards between, and across to another stage', () => {
    const { edges } = draw();
    expect(edges.map((edge) => edge.data?.route)).toEqual(['down', 'across', 'around']);
    expect(edges[0]).toMatchObject({ sourceHandle: 'below', targetHandle: 'above' });
  });

  test('problems and selection lie on the nodes they belong to', () => {
    const problems = new Map([['coaching', { errors: 1, warnings: 2 }]]);
    const { nodes } = draw(retailPlan(), { ...quiet, problems, selection: ['coaching'] });
    const card = nodes.find((node) => node.id === 'coaching');
    expect(card).toMatchObject({ selected: true, data: { errors: 1, warnings: 2 } });
    expect(nodes.filter((node) => node.selected)).toHaveLength(1);
  });

  test('what did not change keeps its identity', () => {
    const plan = retailPlan();
    const first = draw(plan);
    const next = produce(plan, (draft) => {
      const item = draft.stages[0]?.items[0];
      if (item) item.title = { 'zh-CN': '新名称' };
    });
    const second = toCanvas(next, EMPTY_LAYOUT, words, quiet, first);
    const changed = second.nodes.filter((node, index) => node !== first.nodes[index]).map((node) => node.id);
    expect(changed).toEqual(['manager-role']);
    expect(second.edges.filter((edge, index) => edge !== first.edges[index]).map((edge) => edge.source)).toEqual([
      'manager-role',
    ]);
    expect(toCanvas(next, EMPTY_LAYOUT, words, quiet, second).nodes.every((n, i) => n === second.nodes[i])).toBe(true);
  });

  test('a moved item hangs below its new stage and takes its colour', () => {
    const plan = retailPlan();
    moveItem(plan, 'interviews', 'team', 0);
    expect(draw(plan).nodes.find((node) => node.id === 'interviews')).toMatchObject({
      parentId: 'team',
      data: { stageIndex: 1 },
    });
  });

  test('the same link written twice, or to an item that is gone, never breaks the canvas', () => {
    const plan = retailPlan();
    plan.links?.push(
      { from: 'manager-role', to: 'interviews', on: 'COMPLETED' },
      { from: 'gone', to: 'coaching', on: 'PASSED' },
    );
    expect(draw(plan).edges).toHaveLength(3);
  });

  test('a plan that may only be read cannot be dragged or connected', () => {
    const { nodes } = draw(retailPlan(), { ...quiet, readOnly: true });
    expect(nodes.every((node) => node.draggable === false && node.connectable === false)).toBe(true);
  });
});

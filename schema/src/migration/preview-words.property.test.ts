import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { itemsOf } from '../definition/items-of.js';
import { evaluate } from '../engine/evaluate.js';
import type { Evaluation, ItemEvaluation } from '../engine/evaluation.js';
import type { EnrolmentEvent } from '../engine/event.js';
import { type Happening, happenings, live } from '../testing/arbitrary-history.js';
import { runningPlan } from '../testing/arbitrary-running-plan.js';
import { changeInWords, totalChanges, totalInWords } from './change-words.js';
import { completeMapping } from './mapping.js';
import { previewMigration } from './preview-migration.js';

/**
 * What has to be said when an item stood as the row says and stands as the column says after the move was really made.
 * Written from what people see, not from the code: '' where they see no difference.
 */
const ROWS = `
              | locked          | open            | started         | returned        | submitted     | done             | failed              | gone
absent        | opens later     | opens at once   | opens at once   | opens at once   | goes to review| counts as done   | counts as not passed|
locked        |                 | opens at once   | opens at once   | opens at once   | goes to review| counts as done   | counts as not passed| no longer applies
open          | is locked again |                 | starts over     | starts over     | goes to review| counts as done   | counts as not passed| no longer applies
started       | is locked again | starts over     |                 | starts over     | goes to review| counts as done   | counts as not passed| no longer applies
returned      | is locked again | starts over     | starts over     |                 | goes to review| counts as done   | counts as not passed| no longer applies
submitted     | is locked again | starts over     | starts over     | starts over     |               | counts as done   | counts as not passed| no longer applies
done          | is reopened     | is reopened     | is reopened     | is reopened     | goes to review|                  | counts as not passed| no longer applies
failed        | is reopened     | is reopened     | is reopened     | is reopened     | goes to review| counts as done   |                     | no longer applies
gone          | now does        | now does        | now does        | now does        | goes to review| counts as done   | counts as not passed|
`;

const [head = '', ...lines] = ROWS.trim().split('\n');
const columns = head
  .split('|')
  .map((cell) => cell.trim())
  .filter(Boolean);
const WORDS = new Map(
  lines.flatMap((line) => {
    const [row = '', ...cells] = line.split('|').map((cell) => cell.trim());
    return columns.map((column, i) => [`${row} ${column}`, cells[i] ?? ''] as const);
  }),
);
const SAID = [...new Set(WORDS.values())].filter(Boolean);

const NAMES = {
  LOCKED: 'locked',
  AVAILABLE: 'open',
  STARTED: 'started',
  RETURNED: 'returned',
  SUBMITTED: 'submitted',
  EXCUSED: 'done',
  NOT_APPLICABLE: 'gone',
};
function standing(item: ItemEvaluation | undefined): string {
  if (!item) return 'absent';
  if (item.state !== 'DONE') return NAMES[item.state];
  return item.outcome === 'FAILED' || item.outcome === 'REJECTED' ? 'failed' : 'done';
}

const find = (evaluation: Evaluation, key: string | undefined) => evaluation.items.find((item) => item.key === key);
const toDo = (item: ItemEvaluation) => !['done', 'failed', 'gone'].includes(standing(item));

const anyCase = fc.record({
  v1: runningPlan(),
  v2: runningPlan(),
  people: fc.array(happenings(20), { minLength: 1, maxLength: 3 }),
  dates: fc.constantFrom('KEEP', 'RECOMPUTE', 'LATER_OF_BOTH' as const),
  newItems: fc.constantFrom('REQUIRE', 'REQUIRE_FROM_NOW', 'WAIVE_IF_PAST' as const),
  carry: fc.constantFrom('STATE', 'SCORE', 'RESET', 'DROP' as const),
  target: fc.nat(11),
});

describe('a preview says in words what the migration then does', () => {
  test('of each person and item everything that differs afterwards, and nothing else', () => {
    fc.assert(
      fc.property(anyCase, ({ v1, v2, people, dates, newItems, carry, target }) => {
        const [first] = itemsOf(v1);
        const targets = itemsOf(v2);
        const to = targets[target % targets.length]?.item.key;
        const byHand =
          first && to ? [carry === 'DROP' ? { from: first.item.key, carry } : { from: first.item.key, to, carry }] : [];
        const mapping = completeMapping(v1, v2, byHand).problems.length === 0 ? byHand : [];
        const lives = people.map((history: Happening[]) => live(v1, history, { recordDates: true }));
        const titles = new Map([...itemsOf(v1), ...targets].map(({ item }) => [item.key, { en: `<${item.key}>` }]));
        const counted = new Map<string, number>();
        const effects = lives.flatMap((p, i) => {
          const [effect] = previewMigration(
            { versionId: 'v1', definition: v1 },
            { versionId: 'v2', definition: v2 },
            { migrationId: 'm', actor: 'hr', dates, newItems, ended: 'MOVE', mapping },
            [{ id: `${i}`, events: p.events }],
            p.environment(),
          );
          return effect ? [effect] : [];
        });
        for (const [i, effect] of effects.entries()) {
          const p = lives[i];
          if (!p || effect.effect !== 'MOVES') {
            expect(effect.changes).toEqual([]);
            continue;
          }
          const before = p.evaluation();
          const moved = [
            ...p.events,
            { ...effect.event, seq: p.events.length + 1, recordedAt: p.now() } as EnrolmentEvent,
          ];
          const after = evaluate({ v1, v2 }, moved, p.environment());
          const sentences = effect.changes.map((change) =>
            changeInWords(change, { titles, zone: before.zone, year: '1999' }, 'en'),
          );
          const of = (key: string) => sentences.filter((sentence) => sentence.includes(`“<${key}>”`));
          const sources = new Map(effect.event.data.mapping.map((entry) => [entry.to, entry.from]));
          for (const item of after.items) {
            const source = find(before, sources.get(item.key));
            const words = of(item.key)
              .join('\n')
              .replace(/^.*leaves the plan.*$/gm, '');
            const renamed =
              source && source.key !== item.key && standing(source) === 'done' && standing(item) === 'done';
            const waived = effect.event.data.waived.includes(item.key);
            const due = waived
              ? 'is waived'
              : renamed
                ? 'counts as done'
                : (WORDS.get(`${standing(source)} ${standing(item)}`) ?? '');
            expect([
              item.key,
              SAID.filter((said) => words.includes(said) && !(waived && said === 'counts as done')),
            ]).toEqual([item.key, due && !waived ? [due] : []]);
            expect([item.key, words.includes('is waived')]).toEqual([item.key, waived]);
            expect([item.key, words.includes('overdue at once')]).toEqual([item.key, item.overdue && !source?.overdue]);
            if (source && toDo(item)) {
              expect([item.key, / due (?!later)|due date/.test(words)]).toEqual([
                item.key,
                source.dueAt !== item.dueAt,
              ]);
            }
          }
          for (const item of before.items) {
            const goes = !effect.event.data.mapping.some((entry) => entry.from === item.key && entry.to !== undefined);
            const says = of(item.key).some((sentence) => sentence.includes('leaves the plan'));
            expect([item.key, says]).toEqual([item.key, goes && standing(item) !== 'gone']);
          }
          expect(sentences.some((sentence) => sentence.startsWith('The plan is finished'))).toBe(
            after.status === 'COMPLETED',
          );
          expect(effect.progress).toEqual({ before: before.progress, after: after.progress });
          expect(new Set(sentences).size).toBe(sentences.length);
          for (const { kind, itemKey } of effect.changes) {
            const name = `${kind} ${itemKey}`;
            counted.set(name, (counted.get(name) ?? 0) + 1);
          }
        }
        const totals = totalChanges(effects);
        expect(new Map(totals.map(({ kind, itemKey, count }) => [`${kind} ${itemKey}`, count]))).toEqual(counted);
        for (const total of totals) {
          expect(totalInWords(total, titles, 'en')).toContain(total.count === 1 ? '1 person' : `${total.count} people`);
          expect(totalInWords(total, titles, 'zh-CN')).toContain(`${total.count} 人`);
        }
      }),
      { numRuns: 200 },
    );
  });
});

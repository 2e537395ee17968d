import { cnCalendar } from '../calendar/generated/cn.js';
import { addLag } from '../calendar/resolve-date.js';
import { compileExpression } from '../definition/expression.js';
import { findItem, itemsOf } from '../definition/items-of.js';
import type { Condition, Link } from '../definition/link.js';
import type { PlanDefinition } from '../definition/plan-definition.js';
import type { Evaluation, ItemEvaluation, LockReason } from '../engine/evaluation.js';
import type { EnrolmentEvent } from '../engine/event.js';
import { resultName } from '../engine/result.js';
import type { Item } from '../kinds/index.js';
import type { LinkResult } from '../kinds/link-result.js';
import type { Instant } from '../time/instant.js';

type Answer = boolean | undefined;

/**
 * When an item opens, told a second time and as plainly as possible, for tests: no histories, no spans, just whether
 * everything holds now if some reasons were out of the way. Knows no pauses, backdating or reopening.
 */
export class OpeningModel {
  private readonly until: Instant;

  constructor(
    private readonly definition: PlanDefinition,
    private readonly evaluation: Evaluation,
    private readonly events: readonly EnrolmentEvent[],
    private readonly assumed: readonly LockReason[],
    now: Instant,
  ) {
    this.until = assumed.reduce((latest, one) => {
      const at = one.kind === 'date' || one.kind === 'stage' ? one.opensAt : undefined;
      return at !== undefined && at > latest ? at : latest;
    }, now);
  }

  opens(key: string): boolean {
    const found = findItem(this.definition, key);
    if (!found) throw new Error(`No item ${key}`);
    return (
      this.stageIsOpen(found.stage.key) &&
      this.ownDateReached(found.item) &&
      this.linksHold(key) &&
      this.conditionOf(this.definition.conditions?.[key]) === true &&
      this.isItsTurn(found.stage.key, key)
    );
  }

  private stageIsOpen(key: string): boolean {
    const stage = this.evaluation.stages.find((one) => one.key === key);
    const assumed = this.assumed.some((one) => one.kind === 'stage' && one.stageKey === key);
    return assumed || (stage?.opensAt !== undefined && stage.opensAt <= this.until);
  }

  private ownDateReached({ key, opens }: Item): boolean {
    if (!opens) return true;
    if (this.assumed.some((one) => one.kind === 'awaiting')) return true;
    const fixed = this.events.find(
      (event) => event.type === 'dateFixed' && event.data.itemKey === key && event.data.which === 'opens',
    );
    return fixed?.type === 'dateFixed' && fixed.data.at <= this.until;
  }

  private linksHold(key: string): boolean {
    const links = (this.definition.links ?? []).filter(({ to }) => to === key);
    const join = this.definition.joins?.[key] ?? { rule: 'ALL' };
    const met = links.filter((link) => this.linkHolds(link)).length;
    if (links.length === 0) return true;
    return met >= (join.rule === 'AT_LEAST' ? join.n : join.rule === 'ANY' ? 1 : links.length);
  }

  private linkHolds({ from, on, lag }: Link): boolean {
    const item = this.item(from);
    if (this.result(item, on) !== true) return this.assumes(from, on, false);
    const metAt = on === 'SUBMITTED' ? (item.deliveredAt ?? item.completedAt) : item.completedAt;
    if (!lag || metAt === undefined) return true;
    return addLag(metAt, lag, { calendar: cnCalendar, zone: this.evaluation.zone }).at <= this.until;
  }

  private conditionOf(condition: Condition | undefined, negated = false): Answer {
    if (!condition) return true;
    if ('item' in condition) {
      if (this.assumes(condition.item, condition.is, negated)) return !negated;
      return this.result(this.item(condition.item), condition.is);
    }
    if ('expression' in condition) {
      if (
        this.assumed.some(
          (one) =>
            one.kind === 'condition' && one.expression === condition.expression && (one.negated ?? false) === negated,
        )
      )
        return !negated;
      const compiled = compileExpression(condition.expression);
      const answer = 'problem' in compiled ? 'unknown' : compiled.evaluate(this.evaluation.facts);
      return answer === 'unknown' ? undefined : answer;
    }
    if ('not' in condition) {
      const inner = this.conditionOf(condition.not, !negated);
      return inner === undefined ? undefined : !inner;
    }
    const of = 'all' in condition ? condition.all : 'any' in condition ? condition.any : condition.atLeast.of;
    const n = 'all' in condition ? of.length : 'any' in condition ? 1 : condition.atLeast.n;
    const answers = of.map((part) => this.conditionOf(part, negated));
    if (answers.filter((answer) => answer === true).length >= n) return true;
    return answers.filter((answer) => answer !== false).length < n ? false : undefined;
  }

  private isItsTurn(stageKey: string, key: string): boolean {
    const stage = this.definition.stages.find((one) => one.key === stageKey);
    if (stage?.completion?.rule !== 'ALL_IN_ORDER') return true;
    const before = stage.items
      .slice(
        0,
        stage.items.findIndex((one) => one.key === key),
      )
      .map((one) => this.item(one.key));
    const over = (item: ItemEvaluation) =>
      item.state === 'NOT_APPLICABLE' ||
      this.result(item, 'COMPLETED') === true ||
      this.assumes(item.key, 'COMPLETED', false);
    const required = before.filter(({ requirement }) => requirement === 'REQUIRED');
    const groups = (this.definition.electives ?? []).filter(({ from }) =>
      from.every((one) => before.some((item) => item.key === one)),
    );
    return (
      required.every((item) => this.assumesTurn(item.key) || over(item)) &&
      groups.every(({ key: group, from, choose }) => {
        const items = from.map((one) => this.item(one));
        return (
          this.assumed.some((one) => one.kind === 'order' && one.group === group) ||
          items.filter((item) => this.completes(item)).length >= choose ||
          items.every(over)
        );
      })
    );
  }

  private completes(item: ItemEvaluation): boolean {
    return this.result(item, 'COMPLETED') === true || this.assumes(item.key, 'COMPLETED', false);
  }

  private assumesTurn(key: string): boolean {
    return this.assumed.some((one) => one.kind === 'order' && one.group === undefined && one.itemKey === key);
  }

  /** A result that a reason names, or that one brings along: what is approved is submitted and completed. */
  private assumes(key: string, on: LinkResult, negated: boolean): boolean {
    const wanted = resultName(on);
    return this.assumed.some((one) => {
      if (one.kind === 'order')
        return (
          one.group === undefined &&
          one.itemKey === key &&
          !negated &&
          (wanted === 'COMPLETED' || wanted === 'SUBMITTED')
        );
      if (one.kind !== 'item' || one.itemKey !== key) return false;
      if (negated) return one.on === `not:${wanted}`;
      if (one.on === wanted) return true;
      if (one.on.startsWith('not:')) return false;
      return wanted === 'SUBMITTED' || (wanted === 'COMPLETED' && (one.on === 'APPROVED' || one.on === 'PASSED'));
    });
  }

  private item(key: string): ItemEvaluation {
    const item = this.evaluation.items.find((one) => one.key === key);
    if (!item) throw new Error(`No item ${key}`);
    return item;
  }

  /** Whether an item has come to a result; undefined while it may still. */
  private result({ key, state, outcome, score, deliveredAt }: ItemEvaluation, on: LinkResult): Answer {
    const item = itemsOf(this.definition).find((one) => one.item.key === key)?.item;
    if (state === 'NOT_APPLICABLE') return false;
    const excused = state === 'EXCUSED';
    if (on === 'SUBMITTED') {
      const handedIn = item?.kind === 'TASK' || item?.kind === 'APPROVAL' ? deliveredAt !== undefined : false;
      return state === 'DONE' || excused || handedIn ? true : undefined;
    }
    if (state !== 'DONE' && !excused) return undefined;
    if (typeof on !== 'string') {
      if (score === undefined) return excused ? false : undefined;
      return on.scoreIn[0] <= score && (score < on.scoreIn[1] || (on.scoreIn[1] === 100 && score === 100));
    }
    if (on === 'FAILED' || on === 'REJECTED') return outcome === on;
    if (excused) return true;
    if (on === 'COMPLETED') return outcome !== 'FAILED' && outcome !== 'REJECTED';
    const byScore = item?.kind === 'COURSE' && item.course?.done === 'MIN_SCORE';
    return outcome === on || (on === 'PASSED' && byScore);
  }
}

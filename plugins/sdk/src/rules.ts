import type { CatchUp, Evidence, PlanProgress, RuleEnvironment, RuleOccurrence, Score } from '@planwright/schema/rules';
import type { LocalizedText } from '@planwright/schema/text';
import type { z } from 'zod';

export interface ReminderRule<P extends z.ZodObject = z.ZodObject> {
  title: LocalizedText;
  /** The settings a plan gives with `with`; strict. Fields carry `.meta({ title, description })` in both languages. */
  params: P;
  catchUp: CatchUp;
  /** All firings in [from, until). Pure and batched. */
  occurrences(people: readonly PlanProgress[], params: z.output<P>, environment: RuleEnvironment): RuleOccurrence[];
}

export interface Scorer<P extends z.ZodObject = z.ZodObject> {
  title: LocalizedText;
  /** Scores one item's evidence, or a whole plan's. */
  of: 'ITEM' | 'PLAN';
  params: P;
  score(people: readonly Evidence[], params: z.output<P>): Score[];
}

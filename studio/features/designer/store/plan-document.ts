import type { PlanDefinition } from '@planwright/schema/definition';
import type { PlanLayout } from '../layout/plan-layout';

/** What the designer edits: the definition, which is the truth, and where the cards lie. */
export interface PlanDocument {
  definition: PlanDefinition;
  layout: PlanLayout;
}

import type { Instant } from '@planwright/schema/time';

/** A stage in `enrolment_state.stages`. */
export interface StageJson {
  key: string;
  open: boolean;
  opensAt: Instant | null;
  dueAt: Instant | null;
  provisional: boolean;
  complete: boolean;
  done: number;
  needed: number;
}

/** A step in `item_state.steps`. */
export interface StepJson {
  key: string;
  dueAt: Instant | null;
  provisional: boolean;
  completedAt: Instant | null;
  onTime: boolean | null;
}

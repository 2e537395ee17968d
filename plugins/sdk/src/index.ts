export {
  addDays,
  addWorkdays,
  type CatchUp,
  type Evidence,
  type Instant,
  type ItemProgress,
  instantAt,
  isWorkday,
  type LocalizedText,
  type PlainDate,
  type PlanProgress,
  plainDateIn,
  type RuleEnvironment,
  type RuleOccurrence,
  type Score,
  type StageProgress,
  type StepProgress,
  type SubmissionProgress,
  textIn,
  type WorkingDayCalendar,
} from '@planwright/schema';
export { z } from 'zod';
export * from './bytes.js';
export * from './channel.js';
export * from './connector.js';
export * from './context.js';
export * from './fields.js';
export * from './inbound.js';
export * from './json.js';
export * from './manifest.js';
export * from './outcomes.js';
export { allowsMail, allowsUrl } from './permissions.js';
export * from './plugin.js';
export * from './rules.js';
export * from './secret.js';

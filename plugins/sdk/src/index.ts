export { addWorkdays, isWorkday, type WorkingDayCalendar } from '@planwright/schema/calendar';
export type {
  CatchUp,
  Evidence,
  ItemProgress,
  PlanProgress,
  RuleEnvironment,
  RuleOccurrence,
  Score,
  StageProgress,
  StepProgress,
  SubmissionProgress,
} from '@planwright/schema/rules';
export { type LocalizedText, textIn } from '@planwright/schema/text';
export { addDays, type Instant, instantAt, type PlainDate, plainDateIn } from '@planwright/schema/time';
export { catalogue, inEach, type Said, type Text } from '@planwright/schema/words';
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

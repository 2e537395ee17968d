export { onDueDate } from './diligent.js';
export { type Pace, paced, type SamplePeople } from './paced.js';
export { type RuleCall, reminderEvents, ruleCalls } from './reminder-events.js';
export type { ReminderSnapshot } from './reminder-snapshots.js';
export { reminderStorm } from './reminder-storm.js';
export {
  type SimulatedAction,
  type SimulatedDay,
  type SimulationEnvironment,
  type SimulationSettings,
  simulate,
  simulatedDays,
  walkSample,
} from './simulate.js';
export type { SimulatedEvent, SimulatedEventKind } from './simulated-event.js';
export { type Behaviour, type Conduct, walk } from './walk.js';

export {
  addTotals,
  CHANGE_KINDS,
  type ChangeTotal,
  changeInWords,
  type Titles,
  totalChanges,
  totalInWords,
} from './change-words.js';
export type { MigrationEffect, NewEventOf, RecordedEnrolment } from './effect.js';
export { completeMapping } from './mapping.js';
export type { ChangeKind, PersonChange } from './person-change.js';
export { previewMigration } from './preview-migration.js';
export { type ShownEffect, shownEffect, shownText } from './shown-effect.js';
export { stateHash } from './state-hash.js';
export { UNDO_DAYS, undoMigration } from './undo-migration.js';

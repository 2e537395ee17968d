export type { NewNotice, Notice, NoticeSource, NoticeWords } from './notices/notice.js';
export { queueNotices } from './notices/notice-rows.js';
export { beSilentAbout } from './plan/be-silent-about.js';
export { copyOccurrences } from './plan/copy-occurrences.js';
export type { Reminders } from './start-reminders.js';

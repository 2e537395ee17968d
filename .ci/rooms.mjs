// The rooms of the server in their order: each uses only those before it. `start.ts` knows them all.
// The tables of README and docs/architecture.md are held to this list by `npm test`.

/** @type {readonly { name: string; holds: string }[]} */
export const SERVER_ROOMS = [
  { name: 'clock', holds: 'time of a workspace, and the ticker that wakes when something changes by itself' },
  { name: 'database', holds: 'PostgreSQL, embedded or not; migrations; row-level policies; transactions' },
  { name: 'config', holds: 'settings from the environment' },
  { name: 'secrets', holds: 'keys that seal what the database must not tell, and their rotation' },
  { name: 'outbound', holds: 'requests to other servers: which may be reached, and the address that is judged' },
  { name: 'jobs', holds: 'the queue behind a port, and threads that can be ended' },
  { name: 'statistics', holds: 'inference: estimates, intervals, tests, randomisation. Pure' },
  { name: 'tables', holds: 'uploaded tables (XLSX, CSV), measured before they are read' },
  { name: 'people', holds: 'workspaces, departments, people and their job roles' },
  { name: 'access', holds: 'sign-in, sessions, who may do what, the audit log' },
  { name: 'files', holds: 'files that people upload: received in pieces, looked at, kept, read by whoever may' },
  { name: 'organisation', holds: 'what is done to people, departments, job roles and roles' },
  { name: 'plugins', holds: 'the plugin host: processes, broker, secrets, integrations' },
  { name: 'plans', holds: 'plans, drafts, versions, publishing' },
  { name: 'progress', holds: 'events, item states, submissions, reviews' },
  { name: 'enrolments', holds: 'cohorts, enrolments, moving people to another version' },
  { name: 'boards', holds: 'live boards: counters, patches, shared executions, the doorbell' },
  { name: 'inbox', holds: 'messages inside Planwright' },
  { name: 'reminders', holds: 'rules become occurrences, messages and deliveries' },
  { name: 'sandbox', holds: 'copies of a workspace with a clock of their own' },
  { name: 'outcomes', holds: 'metrics, measurements, surveys' },
  { name: 'experiments', holds: 'random allocation, integrity, results' },
  { name: 'reports', holds: 'the evaluation report, findings, exports' },
  { name: 'history', holds: 'what happened before Planwright, taken over from tables' },
  { name: 'http', holds: 'Express, Apollo, WebSockets, downloads, health' },
  { name: 'setup', holds: 'the first administrator' },
  { name: 'demo', holds: 'the demo company' },
];

/** The folders of the plan language in their order: each uses only those before it, by their `index.ts`. */
export const SCHEMA_FOLDERS = [
  'time',
  'text',
  'words',
  'settings',
  'calendar',
  'kinds',
  'definition',
  'figures',
  'engine',
  'rules',
  'simulation',
  'check',
  'commands',
  'diff',
  'migration',
  'tables',
  'yaml',
];

/** Others enter a room by these alone: what rooms use of it, what `start.ts` wires, its tables. */
export const DOORS = ['index', 'room', 'entities'];

/** Parts of rooms with a door of their own: threads load them without the rest of the room. */
export const ROOM_PARTS = [
  'access/graphql',
  'jobs/threads',
  'jobs/inside-a-thread',
  'experiments/analysis',
  'outcomes/person-rows',
];

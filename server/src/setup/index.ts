export { createAdmin } from './create-admin.js';
export { createWorkspace } from './create-workspace.js';

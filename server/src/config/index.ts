export { logOptions } from './log-options.js';
export { readSettings, type SecretKeySetting, type Settings } from './settings.js';

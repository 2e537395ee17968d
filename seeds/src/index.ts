export * from './demo/organisation.js';
export * from './demo/random.js';
export * from './templates.js';

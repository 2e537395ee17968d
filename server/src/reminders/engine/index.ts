export * from './deliver-at.js';
export * from './expand-occurrences.js';
export * from './occurrence.js';
export * from './opening.js';
export * from './random.js';
export * from './reasons.js';
export * from './replan.js';
export * from './settings.js';

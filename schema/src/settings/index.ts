/** The settings of a plugin as fields of a form: what can be drawn, and what cannot. */
export * from './fields-of-schema.js';
export * from './form-field.js';
export * from './text-of.js';
export * from './undrawable.js';
export * from './why-undrawable.js';

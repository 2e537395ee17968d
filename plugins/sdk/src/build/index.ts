export * from './author-error.js';
export * from './build-plugin.js';
export * from './config-schema.js';
export * from './describe.js';
export { idOfPackage, type PluginPackage, readPackage } from './read-package.js';

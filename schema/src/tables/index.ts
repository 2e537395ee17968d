/** How tables and their cells are read, wherever they come from; pure, for server and browser alike. */
export * from './cells.js';
export * from './decode-text.js';
export * from './delimited-rows.js';
export * from './visible-text.js';

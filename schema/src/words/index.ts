export { type Catalogue, catalogue, inEach, type Said, type Text, type ValuesOf } from './catalogue.js';
export { listOf } from './list-of.js';

export { type Examples, prepareExamples } from './examples/prepare-examples.js';
export { seedDemo } from './seed-demo.js';

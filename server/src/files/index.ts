// Read by the decorators of every GraphQL type while it loads, so it comes first.
import 'reflect-metadata';

export { FileType, fileFrom } from './file.type.js';
export { findFilesOf } from './read-files.js';
export { submitFiles, uploadsToSubmit } from './submit-files.js';

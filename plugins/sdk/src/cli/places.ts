import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the SDK itself. */
export const SDK = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const TEMPLATE = path.resolve(SDK, '../template');

import { parentPort, workerData } from 'node:worker_threads';
import { readBytes } from './read-bytes.ts';
import type { TableLimits } from './table.ts';

/** One file, then the thread ends: nothing of one file is there when the next comes. */
const { bytes, limits } = workerData as { bytes: Uint8Array; limits: TableLimits };
parentPort?.postMessage(readBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits));

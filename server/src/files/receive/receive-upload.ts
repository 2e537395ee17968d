import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Instant } from '@planwright/schema/time';
import type { Logger } from 'pino';
import { recordAudit } from '../../access/index.js';
import type { Database } from '../../database/index.js';
import { inChunks, readBytes } from '../chunks.js';
import { cleanImage } from '../content/clean-image.js';
import { detectType } from '../content/detect-type.js';
import type { VirusScanner } from '../content/virus-scanner.js';
import { isCleanedImage, mediaTypeFor } from '../file-kinds.js';
import { findReceived, Receipt, type Sender, TakenOver } from './receipt.js';

export interface ReceivingDeps {
  database: Database;
  log: Logger;
  /** Absent = nobody looks for viruses. */
  scanner?: VirusScanner | undefined;
}

export type ReceiveProblem =
  | 'GONE'
  | 'TOO_LARGE'
  | 'INCOMPLETE'
  | 'TAKEN_OVER'
  | 'WRONG_KIND'
  | 'BROKEN_IMAGE'
  | 'INFECTED'
  | 'SCANNER_SILENT';

export interface ReceivedFile {
  id: string;
  name: string;
  bytes: number;
  mediaType: string;
}

export type Received = { file: ReceivedFile } | { problem: ReceiveProblem };

/**
 * Receives the bytes of a file that was asked for, looks at what they are, and keeps them; or says why not, and then nothing of
 * them is left. Sent again in full it answers the same.
 */
export async function receiveUpload(
  deps: ReceivingDeps,
  fileId: string,
  sender: Sender,
  body: { announced: number | undefined; pieces: AsyncIterable<Uint8Array> },
  now: Instant,
): Promise<Received> {
  const receipt = await Receipt.take(deps.database, fileId, sender, now);
  if (!receipt) {
    const before = await findReceived(deps.database, fileId, sender);
    return before?.mediaType ? { file: { ...before, mediaType: before.mediaType } } : { problem: 'GONE' };
  }
  if (body.announced !== undefined && body.announced > receipt.file.bytes) return { problem: 'TOO_LARGE' };
  try {
    const sent = await keepAll(receipt, body.pieces, receipt.file.bytes);
    if ('problem' in sent) return sent;
    return await settle(deps, receipt, sender, sent.sha256, now);
  } catch (error) {
    if (error instanceof TakenOver) return { problem: 'TAKEN_OVER' };
    throw error;
  }
}

async function keepAll(
  receipt: Receipt,
  pieces: AsyncIterable<Uint8Array>,
  bytes: number,
): Promise<{ sha256: Buffer } | { problem: ReceiveProblem }> {
  const hash = createHash('sha256');
  let received = 0;
  let position = 0;
  for await (const chunk of inChunks(pieces)) {
    received += chunk.length;
    if (received > bytes) return { problem: 'TOO_LARGE' };
    hash.update(chunk);
    await receipt.keep(position, chunk);
    position += 1;
  }
  return received < bytes ? { problem: 'INCOMPLETE' } : { sha256: hash.digest() };
}

/** Says what the content is, has it scanned and cleaned, and makes the file ready; or removes it. */
async function settle(
  deps: ReceivingDeps,
  receipt: Receipt,
  sender: Sender,
  sha256: Buffer,
  now: Instant,
): Promise<Received> {
  const { id, name, bytes } = receipt.file;
  const content = () => readBytes(deps.database, id, { start: 0, end: bytes });
  const refuse = async (problem: ReceiveProblem): Promise<Received> => {
    await receipt.remove();
    return { problem };
  };
  const detected = await detectType(content);
  const mediaType = detected && mediaTypeFor(name, detected.type);
  if (mediaType === undefined) return refuse('WRONG_KIND');
  if (deps.scanner) {
    const scanned = await scan(deps, deps.scanner, content());
    if (scanned === 'SILENT') return refuse('SCANNER_SILENT');
    if (scanned.found !== undefined) {
      await noteInfected(deps, sender, id, scanned.found, now);
      return refuse('INFECTED');
    }
  }
  if (!isCleanedImage(mediaType)) {
    await receipt.finish({ bytes, mediaType, sha256, now });
    return { file: { id, name, bytes, mediaType } };
  }
  const picture = await cleanImage(await buffer(content()), mediaType);
  if (!picture) return refuse('BROKEN_IMAGE');
  await receipt.empty();
  const kept = await keepAll(receipt, once(picture), picture.length);
  if ('problem' in kept) throw new Error('a picture in memory is not as long as it is');
  await receipt.finish({ bytes: picture.length, mediaType, sha256: kept.sha256, now });
  return { file: { id, name, bytes: picture.length, mediaType } };
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

async function scan(
  { log }: ReceivingDeps,
  scanner: VirusScanner,
  content: AsyncIterable<Uint8Array>,
): Promise<'SILENT' | { found: string | undefined }> {
  try {
    return { found: await scanner.scan(content) };
  } catch (error) {
    log.error({ err: error }, 'the virus scanner did not look at an upload; it was not kept');
    return 'SILENT';
  }
}

function noteInfected(
  { database, log }: ReceivingDeps,
  { workspaceId, personId }: Sender,
  fileId: string,
  found: string,
  at: Instant,
): Promise<void> {
  log.warn({ found, fileId }, 'an upload was refused by the virus scanner');
  return database.work((tx) =>
    recordAudit(tx, {
      workspaceId,
      at,
      actorId: personId,
      action: 'uploadFile',
      subject: `File:${fileId}`,
      outcome: 'REFUSED',
      detail: { found },
    }),
  );
}

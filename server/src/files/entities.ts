import { defineEntity, p } from '@mikro-orm/core';
import { bytes, id, instant } from '../database/index.js';

/** A file: asked for, received, and then submitted with a piece of work or left to go. */
export const FileEntity = defineEntity({
  name: 'File',
  tableName: 'file',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    uploadedBy: p.uuid(),
    name: p.text(),
    /** While it is expected, as announced; afterwards as it is kept. */
    bytes: p.integer(),
    state: p.enum(['EXPECTED', 'READY']).default('EXPECTED'),
    /** By its content. Null until that is here. */
    mediaType: p.text().nullable(),
    sha256: bytes().nullable(),
    /** Who is sending the bytes now: a later sender takes it over from an earlier one. */
    receipt: p.uuid().nullable(),
    createdAt: instant(),
    /** When it goes by itself; null once it was submitted. */
    expiresAt: instant().nullable(),
    enrolmentId: p.uuid().nullable(),
    itemKey: p.text().nullable(),
    submissionId: p.uuid().nullable(),
    /** Its place among the files of the submission, from 1. */
    position: p.integer().nullable(),
  },
});

/** A piece of a file: 256 KiB, the last one shorter. */
export const FileChunkEntity = defineEntity({
  name: 'FileChunk',
  tableName: 'file_chunk',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    fileId: p.uuid(),
    position: p.integer(),
    content: bytes(),
  },
});

export const filesEntities = [FileEntity, FileChunkEntity] as const;

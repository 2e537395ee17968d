import { defineEntity, p } from '@mikro-orm/core';
import type { Text } from '@planwright/schema/words';
import { bytes, id, instant } from '../../database/index.js';
import type { ChosenColumn, Table } from '../../tables/index.js';
import type { PeopleColumn } from './columns.js';
import { type DecidedCell, type Problem, ROW_RESULTS } from './decided-row.js';
import type { AboutImport } from './import-record.js';

export const PeopleImportEntity = defineEntity({
  name: 'PeopleImport',
  tableName: 'people_import',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    createdBy: p.uuid(),
    createdAt: instant(),
    language: p.text(),
    state: p.enum(['READING', 'READY', 'WRITING', 'DONE', 'FAILED']).default('READING'),
    file: bytes().nullable(),
    content: p.json<Table>().nullable(),
    columns: p.json<ChosenColumn<PeopleColumn>[]>().defaultRaw(`'[]'`),
    whenMissing: p.enum(['KEEP', 'DEACTIVATE']),
    leaverEnrolments: p.enum(['PAUSE', 'CANCEL', 'KEEP']).nullable(),
    allOrNothing: p.boolean(),
    createsUnits: p.boolean(),
    total: p.integer().default(0),
    read: p.integer().default(0),
    written: p.integer().default(0),
    created: p.integer().default(0),
    updated: p.integer().default(0),
    unchanged: p.integer().default(0),
    missing: p.integer().default(0),
    rejected: p.integer().default(0),
    previewHash: p.text().nullable(),
    about: p.json<Partial<AboutImport>>().defaultRaw(`'{}'`),
    failure: p.json<{ code: string; text: Text }>().nullable(),
    outdated: p.boolean().default(false),
    finishedAt: instant().nullable(),
    attempts: p.integer().default(0),
    run: p.uuid().nullable(),
    leaseUntil: instant().nullable(),
  },
});

export const PeopleImportRowEntity = defineEntity({
  name: 'PeopleImportRow',
  tableName: 'people_import_row',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    importId: p.uuid(),
    position: p.integer(),
    line: p.integer().nullable(),
    result: p.enum([...ROW_RESULTS]),
    name: p.text(),
    personId: p.uuid().nullable(),
    cells: p.json<DecidedCell[]>(),
    problems: p.json<Problem[]>(),
  },
});

export const peopleFileEntities = [PeopleImportEntity, PeopleImportRowEntity] as const;

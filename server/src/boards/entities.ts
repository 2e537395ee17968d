import { defineEntity, p } from '@mikro-orm/core';
import { givenId, id, instant } from '../database/index.js';
import { everyFigure } from './figures/added-figures.js';

export const BoardCounterEntity = defineEntity({
  name: 'BoardCounter',
  tableName: 'board_counter',
  properties: {
    // A board is that of a cohort, and has its id.
    id: givenId(),
    workspaceId: p.uuid(),
    epoch: p.text(),
    seq: p.bigint('string').defaultRaw('0'),
    ...everyFigure(() => p.integer().default(0)),
  },
});

export const BoardPatchEntity = defineEntity({
  name: 'BoardPatch',
  tableName: 'board_patch',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    boardId: p.uuid(),
    seq: p.bigint('string'),
    enrolmentId: p.uuid(),
    removed: p.boolean().default(false),
    at: instant(),
  },
});

export const boardsEntities = [BoardCounterEntity, BoardPatchEntity] as const;

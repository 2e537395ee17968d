import type { ApiRoom } from '../access/graphql/index.js';
import type { DefinitionCache } from '../plans/index.js';
import { BoardResolver } from './board.resolver.js';
import { LiveResolver } from './live.resolver.js';
import type { LiveBoards } from './live-boards.js';

/** Boards: the query and the live stream. */
export function boardsRoom(live: LiveBoards, definitions: DefinitionCache): ApiRoom {
  return { resolvers: [new BoardResolver(live.versions, definitions), new LiveResolver()], nodes: [] };
}
export { boardsFollowPeople } from './follow-people.js';
export type { LiveBoardsOptions } from './live-boards.js';
export { compareCounters, recountBoards } from './statements/compare-counters.js';

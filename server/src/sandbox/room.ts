import type { ApiRoom } from '../access/graphql/index.js';
import type { ClockWalks } from './clock-walks.js';
import { SandboxResolver } from './sandbox.resolver.js';

/** Copies of a workspace to try plans in, with a clock that can be moved. */
export function sandboxRoom(walks: ClockWalks): ApiRoom {
  return { resolvers: [new SandboxResolver(walks)], nodes: [] };
}

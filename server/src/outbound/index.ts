export { type Address, judgedAddress, type Resolve, reachOf, systemResolve } from './addresses.js';
export { type GuardedFetch, guardedFetch, NotReached } from './guarded-fetch.js';
export { pinnedAgent } from './pinned-agent.js';
export { allowsPrivate } from './private-hosts.js';

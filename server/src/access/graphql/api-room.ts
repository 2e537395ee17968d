import type { NodeSource } from './node.js';

/** What a room adds to the API: instances of its resolver classes, and its types for `node(id)`. */
export interface ApiRoom {
  resolvers: object[];
  nodes: NodeSource[];
}

import 'reflect-metadata';
import { type GraphQLSchema, isInputObjectType } from 'graphql';
import { buildSchemaSync, type NonEmptyArray, type PubSub } from 'type-graphql';
import type { ApiRoom } from '../access/graphql/index.js';
import { NodeResolver } from './node.resolver.js';

type ResolverClass = new (...parameters: never[]) => object;

/** type-graphql insists on a bus for subscriptions; ours are served by the WebSocket edge, which never asks it. */
const servedElsewhere: PubSub = {
  publish: () => {
    throw new Error('subscriptions are served by the WebSocket edge');
  },
  subscribe: () => {
    throw new Error('subscriptions are served by the WebSocket edge');
  },
};

/** The GraphQL schema over all rooms. Resolvers are instances, with what they need given to them. */
export function buildApiSchema(rooms: readonly ApiRoom[]): GraphQLSchema {
  const instances = [
    new NodeResolver(rooms.flatMap(({ nodes }) => nodes)),
    ...rooms.flatMap(({ resolvers }) => resolvers),
  ];
  const byClass = new Map(instances.map((instance) => [instance.constructor, instance]));
  const [first, ...rest] = instances.map((instance) => instance.constructor as ResolverClass);
  if (!first) throw new Error('a schema needs resolvers');
  const resolvers: NonEmptyArray<ResolverClass> = [first, ...rest];
  const schema = buildSchemaSync({
    resolvers,
    container: { get: (wanted: unknown) => (typeof wanted === 'function' ? byClass.get(wanted) : undefined) },
    validate: false,
    pubSub: servedElsewhere,
  });
  return withRoots(withOneOf(schema));
}

/** type-graphql prints `@oneOf` but does not enforce it: these inputs are marked here, and a test goes over them. */
const ONE_OF = ['VersionRef'];

function withOneOf(schema: GraphQLSchema): GraphQLSchema {
  for (const name of ONE_OF) {
    const type = schema.getType(name);
    if (isInputObjectType(type)) type.isOneOf = true;
  }
  return schema;
}

/** The three doors of the API; their types have no class that could carry a description. */
const ROOTS = {
  Query: 'Everything that can be read. What the viewer may not see is answered as null or left out of lists.',
  Mutation:
    'Everything that can be changed. A mutation does all it was asked or nothing: then `userErrors` says why, or the response has an error UNAUTHENTICATED, FORBIDDEN (not for this role) or NOT_FOUND (not there, or hidden from the viewer).',
  Subscription: 'Everything that can be followed live, over WebSocket with the protocol graphql-transport-ws.',
} as const;

function withRoots(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, description] of Object.entries(ROOTS)) {
    const type = schema.getType(name);
    if (type) type.description = description;
  }
  return schema;
}

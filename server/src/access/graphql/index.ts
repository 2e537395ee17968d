// Read by the decorators of every GraphQL type while it loads, so it comes first.
import 'reflect-metadata';

export type { ApiRoom } from './api-room.js';
export { argumentsOf, askedFields, asksFor } from './asked-fields.js';
export {
  CONNECTION_WORDS,
  type Connection,
  connectionOf,
  connectionWords,
  decodeCursor,
  EDGE_WORDS,
  edgeWords,
  PageArgs,
  PageInfo,
  pageOf,
  pageSize,
} from './connection.js';
export { loaderOf, type RequestContext, type SignedInContext, signedIn, type Transport } from './context.js';
export { declareFields, type ListedField } from './declare-fields.js';
export { described, enumOf } from './described.js';
export { globalId, parseGlobalId, uuidOf } from './global-id.js';
export { InputArg } from './input-arg.js';
export { askedLanguage, languageOf } from './language.js';
export { loaderWith, many, once, one, type PageOfKey, pages } from './loaders.js';
export { Node, type NodeSource } from './node.js';
export {
  badInput,
  notFound,
  type RequestErrorCode,
  rateLimited,
  type Speaks,
  sentenceOf,
  tooCostly,
  unauthenticated,
} from './request-error.js';
export { DateScalar, DateTimeScalar, JsonScalar, PlanDefinitionScalar } from './scalars.js';
export { type UserErrorData, UserErrorsField, userError } from './user-error.js';
export { uuidOrNotFound } from './uuid-or-not-found.js';

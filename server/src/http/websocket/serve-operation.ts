import type { IncomingMessage } from 'node:http';
import { type ExecutionResult, execute } from 'graphql';
import { notFound, type RequestContext, uuidOf } from '../../access/graphql/index.js';
import {
  decodeCursor,
  type LiveBoards,
  PrivateSubscription,
  type PrivateTopic,
  type RootField,
  type SubscriptionRequest,
  sharingKey,
} from '../../boards/index.js';
import { type ContextParts, isLoopback, makeContext } from '../request-context.js';
import { FrameReader } from './frame-reader.js';
import { IdleSubscription } from './idle-subscription.js';
import type { LiveSocket } from './live-socket.js';
import type { OriginVerdict } from './origin.js';

export interface ServingParts extends ContextParts {
  live: LiveBoards;
}

/** What graphql-ws keeps beside a connection for us. */
export interface Extra {
  live: LiveSocket;
  request: IncomingMessage;
  origin: OriginVerdict;
}

/** What an operation is served with; handed from `onSubscribe` to `subscribe` as the context value. */
export interface Serving {
  live: LiveSocket;
  id: string;
  request: SubscriptionRequest;
  field: RootField;
  extra: Extra;
}

/** The stream of results that graphql-ws takes for an operation. */
export function serve(options: ServingParts, serving: Serving): AsyncIterableIterator<ExecutionResult> {
  return serving.field.name === 'boardChanged' ? serveBoard(options, serving) : servePrivate(options, serving);
}

/** Registers with the hub, whose frames go past graphql-ws. */
function serveBoard(options: ServingParts, serving: Serving): IdleSubscription {
  const { live, id, request, field } = serving;
  const idle = new IdleSubscription();
  const boardId = uuidOf('Cohort', String(field.arguments.cohortId));
  if (boardId === undefined) {
    idle.end(notFound(live));
    return idle;
  }
  const { since } = field.arguments;
  const membership = options.live.hub.join(live.reading, {
    boardId,
    request,
    sharing: sharingKey(request, field),
    since: typeof since === 'string' ? decodeCursor(since) : undefined,
    reader: new FrameReader(
      id,
      live.flow,
      () => membership.drained(),
      (error) => {
        live.operations.delete(id);
        idle.end(error);
      },
    ),
    privateContext: () => Promise.resolve(ownContext(options, serving)),
  });
  live.operations.set(id, { readerChanged: () => membership.changeClass(live.reading) });
  idle.onReturn(() => {
    live.operations.delete(id);
    membership.leave();
  });
  return idle;
}

/** Re-reads under the reader's own context whenever what it watches may have changed. */
function servePrivate(options: ServingParts, serving: Serving): PrivateSubscription {
  const { live, id, request } = serving;
  const subscription = new PrivateSubscription(async () =>
    execute({
      schema: request.schema,
      document: request.document,
      rootValue: {},
      contextValue: ownContext(options, serving),
      variableValues: request.variables,
      operationName: request.operationName,
    }),
  );
  const topic = topicOf(serving);
  const unwatch = topic ? options.live.watch(topic, () => subscription.wake()) : () => undefined;
  live.operations.set(id, { readerChanged: () => subscription.wake() });
  subscription.onReturn(() => {
    live.operations.delete(id);
    unwatch();
  });
  return subscription;
}

/** A fresh context of this reader, for one execution. */
export function ownContext(options: ServingParts, { live, extra }: Serving): RequestContext {
  const { request } = extra;
  return makeContext(
    options,
    { viewer: live.signedIn, sessionEnded: false },
    {
      asked: live.language,
      transport: {
        address: request.socket.remoteAddress ?? 'unknown',
        userAgent: request.headers['user-agent'],
        loopback: isLoopback(request),
        device: undefined,
        setDevice: () => {
          throw new Error('a stream sets no cookies');
        },
        setSessionToken: () => {
          throw new Error('a stream sets no cookies');
        },
      },
    },
  );
}

/** What a private subscription hangs on; absent for an id that names nothing, which its first execution then says. */
function topicOf({ field, live: { signedIn: viewer } }: Serving): PrivateTopic | undefined {
  switch (field.name) {
    case 'enrolmentChanged': {
      const enrolmentId = uuidOf('Enrolment', String(field.arguments.id));
      return enrolmentId === undefined ? undefined : { kind: 'enrolment', enrolmentId };
    }
    case 'reviewQueueChanged':
      return { kind: 'reviews', workspaceId: viewer.workspace.id };
    case 'inboxChanged':
      return { kind: 'inbox', personId: viewer.personId };
    default:
      throw new Error(`No live source for the subscription ${field.name}`);
  }
}

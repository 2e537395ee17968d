import { randomInt } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Language } from '@planwright/schema/text';
import { type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { type Context, handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { askedLanguage, notFound, rateLimited } from '../../access/graphql/index.js';
import { type LiveBoards, type MaskError, processScheduler, rootField, type Scheduler } from '../../boards/index.js';
import { type Admission, admitOperation } from '../limits/admit-operation.js';
import { type ContextParts, identify } from '../request-context.js';
import { presentedToken } from '../session-cookie.js';
import { documentChecker } from './check-document.js';
import { keepAlive } from './keep-alive.js';
import { LiveSocket, textOf } from './live-socket.js';
import { type OriginVerdict, originVerdict } from './origin.js';
import { FLOW_LIMITS, type FlowLimits, TRY_AGAIN_LATER } from './outgoing-flow.js';
import { type Extra, ownContext, type Serving, serve } from './serve-operation.js';
import { SessionWatch } from './session-watch.js';
import { SocketRegistry } from './socket-registry.js';
import { type CheckDocument, subscriptionRequest } from './subscription-request.js';

export interface WebSocketEdgeOptions extends ContextParts {
  http: Server;
  path: string;
  schema: GraphQLSchema;
  live: LiveBoards;
  admission: Admission;
  mask: MaskError;
  studioOrigins: readonly string[];
  secure: boolean;
  scheduler?: Scheduler;
  limits?: Partial<WebSocketLimits>;
}

export interface WebSocketLimits {
  socketsPerPerson: number;
  operationsPerSocket: number;
  messageBytes: number;
  /** From opening to an accepted `connection_init`. */
  initMilliseconds: number;
  pingMilliseconds: number;
  flow: FlowLimits;
  sweepMilliseconds: number;
  reachMilliseconds: number;
}

export const WEBSOCKET_LIMITS: WebSocketLimits = {
  socketsPerPerson: 5,
  operationsPerSocket: 30,
  messageBytes: 64 * 1024,
  initMilliseconds: 3000,
  pingMilliseconds: 12_000,
  flow: FLOW_LIMITS,
  sweepMilliseconds: 3500,
  reachMilliseconds: 5000,
};

export interface WebSocketEdge {
  stop(): Promise<void>;
}

const GOING_AWAY = 1001;
const JITTER_STEPS = 1000;

/** Serves subscriptions over graphql-transport-ws on the path of the API: the protocol is graphql-ws's, the frames ours. */
export async function startWebSocketEdge(options: WebSocketEdgeOptions): Promise<WebSocketEdge> {
  const limits = { ...WEBSOCKET_LIMITS, ...options.limits };
  const scheduler = options.scheduler ?? processScheduler;
  const check = documentChecker(options.schema);
  const registry = new SocketRegistry(limits.socketsPerPerson);
  const watch = await SessionWatch.start({
    ...options,
    scheduler,
    registry,
    sweepMilliseconds: limits.sweepMilliseconds,
    reachMilliseconds: limits.reachMilliseconds,
    onError: (error) => options.log.error({ err: error }, 'sessions of open streams could not be checked'),
    jitter: () => randomInt(JITTER_STEPS) / JITTER_STEPS,
  });
  const protocol = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: limits.initMilliseconds,
    onConnect: (context) => signIn(options, registry, context),
    onSubscribe: (context, id, payload) => accept(options, check, limits, context, id, payload),
    subscribe: (args) => serve(options, (args as ExecutionArgs).contextValue as Serving),
    onError: ({ extra }, _id, _payload, errors) => errors.map((error) => options.mask(error, extra.live.language)),
    onNext: ({ extra }, _id, _payload, _args, result) => masked(result, extra.live.language, options.mask),
  });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    perMessageDeflate: false,
    handleProtocols,
  });
  const allowed = new Set(options.studioOrigins);

  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // A client that resets while it is refused must not end the process, nor must an address that is none.
    stream.on('error', () => stream.destroy());
    if (request.url?.split('?', 1)[0] !== options.path) return refuse(stream, 404);
    const origin = originVerdict(request.headers.origin, allowed);
    if (origin === 'foreign') return refuse(stream, 403);
    sockets.handleUpgrade(request, stream, head, (socket) => open(socket, stream, request, origin));
  };
  const open = (socket: WebSocket, stream: Duplex, request: IncomingMessage, origin: OriginVerdict) => {
    const live = new LiveSocket(socket, stream, scheduler, limits.flow);
    const stopPinging = keepAlive(socket, scheduler, limits.pingMilliseconds);
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => live.flow.sendProtocol(text),
        close: (code, reason) => live.flow.close(code ?? GOING_AWAY, reason ?? ''),
        onMessage: (handle) => {
          socket.on('message', (data) => {
            Promise.resolve(handle(textOf(data))).catch((error: unknown) => {
              options.log.error({ err: error }, 'a message of a stream failed');
              live.flow.close(TRY_AGAIN_LATER, 'Try again');
            });
          });
        },
      },
      { live, request, origin },
    );
    // Without a listener a protocol error of one client (too large a message, say) would end the process.
    socket.on('error', () => socket.terminate());
    socket.once('close', (code, reason) => {
      stopPinging();
      registry.remove(live);
      void closed(code, String(reason));
    });
  };
  options.http.on('upgrade', onUpgrade);

  return {
    stop: async () => {
      options.http.off('upgrade', onUpgrade);
      await watch.stop();
      for (const socket of sockets.clients) socket.close(GOING_AWAY, 'Going away');
      await new Promise((resolve) => sockets.close(resolve));
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

function refuse(stream: Duplex, status: 403 | 404): void {
  stream.end(`HTTP/1.1 ${status} ${status === 403 ? 'Forbidden' : 'Not Found'}\r\nConnection: close\r\n\r\n`);
}

/** `connection_init`: a token in its payload, or the credentials of the upgrade. False closes with 4403. */
async function signIn(
  options: WebSocketEdgeOptions,
  registry: SocketRegistry,
  { connectionParams, extra }: Context<Record<string, unknown>, Extra>,
): Promise<boolean> {
  const { live, request, origin } = extra;
  const { viewer } = await identify(options, credential(connectionParams, request, origin, options.secure));
  // A client that closed while we asked has been forgotten already; counting it now would keep its place for ever.
  if (!viewer || !live.isOpen) return false;
  live.viewer = viewer;
  const asked = connectionParams?.locale;
  live.language =
    askedLanguage(typeof asked === 'string' ? asked : request.headers['accept-language']) ?? viewer.locale;
  if (registry.add(live)) return true;
  live.flow.close(TRY_AGAIN_LATER, 'Too many connections');
  return false;
}

/** Cookies count only where a browser says that one of our own pages opened the socket. */
function credential(
  params: Record<string, unknown> | undefined,
  request: IncomingMessage,
  origin: OriginVerdict,
  secure: boolean,
): { present: boolean; token?: string } {
  if (typeof params?.token === 'string') return presentedToken({ authorization: `Bearer ${params.token}` }, secure);
  const { authorization, cookie } = request.headers;
  return presentedToken(
    { ...(authorization === undefined ? {} : { authorization }), ...(origin === 'ours' && cookie ? { cookie } : {}) },
    secure,
  );
}

function accept(
  options: WebSocketEdgeOptions,
  check: CheckDocument,
  limits: WebSocketLimits,
  { extra, subscriptions }: Context<Record<string, unknown>, Extra>,
  id: string,
  payload: { query: string; operationName?: string | null; variables?: Record<string, unknown> | null },
): ExecutionArgs | readonly GraphQLError[] {
  const { live } = extra;
  // graphql-ws lists an operation, this one too, before it asks: messages that come together are all counted.
  if (Object.keys(subscriptions).length > limits.operationsPerSocket) return [rateLimited(live)];
  try {
    const result = subscriptionRequest(options.schema, check, payload);
    if ('errors' in result) return result.errors;
    const { request, operation } = result;
    const field = rootField(request);
    if (!field) return [notFound(live)];
    const serving: Serving = { live, id, request, field, extra };
    admitOperation(options.admission, request.document, operation, request.variables, ownContext(options, serving));
    return {
      schema: options.schema,
      document: request.document,
      contextValue: serving,
      ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
    };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function masked(result: ExecutionResult, language: Language, mask: MaskError) {
  return result.errors && { ...result, errors: result.errors.map((error) => mask(error, language)) };
}

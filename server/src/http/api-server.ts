import { createServer, type Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import helmet from 'helmet';
import type { RequestContext, Transport } from '../access/graphql/index.js';
import type { VisitedPath } from '../access/index.js';
import { msBetween } from '../clock/index.js';
import type { Viewer } from '../people/index.js';
import { allowOrigins } from './allow-origins.js';
import { clientAddress } from './client-address.js';
import { errorsPlugin, maskError } from './format-error.js';
import type { Admission } from './limits/admit-operation.js';
import { DOCUMENT_LIMITS, limitDocument } from './limits/document-limits.js';
import { limitsPlugin } from './limits/limits-plugin.js';
import type { NotReady } from './readiness.js';
import { answerError, refuseBadBody, refuseSlow } from './refusals.js';
import { type ContextParts, identify, isLoopback, makeContext, networkOf } from './request-context.js';
import { serveVisit } from './serve-visit.js';
import { deviceCookie, presentedDevice, presentedToken, sessionCookie } from './session-cookie.js';
import { refuseHalfCharacters } from './whole-characters.js';

export interface ApiServerOptions extends ContextParts {
  /** Longest that an operation may take before whoever asked is told so. */
  answerWithinMs?: number | undefined;
  schema: GraphQLSchema;
  studioOrigins: readonly string[];
  secure: boolean;
  /** How many proxies of ours stand before the API. */
  trustedProxies: number;
  production: boolean;
  host: string;
  port: number;
  /** The limits of operations, shared with the WebSocket edge. */
  admission: Admission;
  /** What keeps the server from being ready; empty = it is. */
  whyNotReady: () => Promise<NotReady[]>;
  /** Paths that browsers are sent to and from. */
  visited: readonly VisitedPath[];
  /** Routes beside GraphQL that answer files, by path. */
  files: Readonly<Record<string, RequestHandler>>;
  /** Those that the studio's pages fetch or put themselves, by path: each with its one method. */
  fetched: readonly { method: 'GET' | 'PUT'; path: string; handler: RequestHandler }[];
}

export interface ApiServer {
  http: Server;
  url: string;
  stop(): Promise<void>;
}

/** Larger documents are refused before they are parsed. */
const BODY_BYTES = 100_000;
/** For people who edit plans: a definition of 2 MB and what stands around it. */
const DEFINITION_BODY_BYTES = 2_100_000;
/** An operation is answered by then; its statements have ended before (8 s). */
const DEADLINE_MS = 10_000;
/** A request is received within this: a large file from a slow phone takes its time. Headers have a minute of their own. */
const RECEIVE_MS = 30 * 60_000;
/** Devices and powers that nothing of ours uses. */
const NO_POWERS = 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()';
export const GRAPHQL_PATH = '/graphql';

/** What the first middleware found out about a request, for the later ones. */
interface Locals {
  who: { viewer: Viewer | null; sessionEnded: boolean };
}

/** Express with Apollo on one port; listens when the promise resolves. */
export async function startApiServer(options: ApiServerOptions): Promise<ApiServer> {
  const app = express();
  const http = createServer({ requestTimeout: RECEIVE_MS }, app);
  const apollo = new ApolloServer<RequestContext>({
    schema: options.schema,
    csrfPrevention: { requestHeaders: ['x-app-csrf', 'apollo-require-preflight', 'x-apollo-operation-name'] },
    allowBatchedHttpRequests: false,
    // Whoever sends a hash is told to send the query: nothing of theirs is kept here.
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: options.production,
    introspection: true,
    // For what fails before there is a context; the plugin adds language and request afterwards.
    formatError: (formatted) => maskError(formatted, { language: 'en' }),
    parseOptions: { maxTokens: DOCUMENT_LIMITS.tokens },
    validationRules: [limitDocument()],
    plugins: [
      // No answer of ours may be cached by others, and this plugin would be called for every field of every answer.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 3000 }),
      limitsPlugin(options.admission),
      errorsPlugin,
    ],
  });
  await apollo.start();
  mount(app, apollo, options);
  await listen(http, options);
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  const host = options.host === '0.0.0.0' || options.host === '::' ? '127.0.0.1' : options.host;
  return { http, url: `http://${host}:${port}${GRAPHQL_PATH}`, stop: () => apollo.stop() };
}

function mount(app: Express, apollo: ApolloServer<RequestContext>, options: ApiServerOptions): void {
  app.disable('x-powered-by');
  // Answers are to POST and kept by nobody: a digest of each would be for nothing.
  app.disable('etag');
  app.use(
    helmet({
      // Answers of the API are data and files to keep, never pages.
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'none'"],
        },
      },
      strictTransportSecurity: options.secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.set('permissions-policy', NO_POWERS);
      next();
    },
  );
  app.get('/healthz', (_request, response) => void response.json({ alive: true }));
  app.get('/readyz', async (_request, response) => {
    const problems = await options.whyNotReady();
    const ready = problems.every(({ code }) => code === 'READ_ONLY');
    response.status(ready ? 200 : 503).json(problems.length > 0 ? { ready, problems } : { ready });
  });
  for (const [path, handler] of Object.entries(options.files)) app.get(path, handler);
  for (const { method, path, handler } of options.fetched) {
    app.all(path, allowOrigins(options.studioOrigins, method));
    if (method === 'PUT') app.put(path, handler);
    else app.get(path, handler);
  }
  for (const visited of options.visited)
    app.get(
      visited.path,
      serveVisit(options, visited, (request, response) => transportOf(request, response, options)),
    );
  app.use(GRAPHQL_PATH, allowOrigins(options.studioOrigins, 'POST'));
  app.post(
    GRAPHQL_PATH,
    refuseSlow(options.answerWithinMs ?? DEADLINE_MS),
    async (request: Request, response: Response<unknown, Locals>, next) => {
      response.locals.who = await identify(options, presentedToken(request.headers, options.secure));
      next();
    },
    (request: Request, response: Response<unknown, Locals>, next) => {
      const limit = response.locals.who.viewer?.scope.plans ? DEFINITION_BODY_BYTES : BODY_BYTES;
      express.json({ limit, strict: true, verify: refuseNull })(request, response, next);
    },
    refuseHalfCharacters,
    expressMiddleware(apollo, {
      context: async ({ req, res }) =>
        makeContext(options, (res.locals as Locals).who, {
          transport: transportOf(req, res, options),
          asked: req.headers['accept-language'],
        }),
    }),
  );
  app.use(GRAPHQL_PATH, refuseBadBody(options.log));
  app.use(GRAPHQL_PATH, (_request, response) => {
    response.set('allow', 'POST');
    answerError(response, 405, 'BAD_USER_INPUT', 'Send operations by POST.');
  });
  app.use((_request, response) => void response.status(404).end());
}

/** PostgreSQL holds no null character, neither in text nor in JSON: a body that carries one is refused as a whole. */
function refuseNull(_request: unknown, _response: unknown, body: Buffer): void {
  if (body.includes('\\u0000')) throw new Error('a null character');
}

function transportOf(request: Request, response: Response, options: ApiServerOptions): Transport {
  return {
    address: networkOf(clientAddress(request, options.trustedProxies)),
    userAgent: request.headers['user-agent'],
    loopback: isLoopback(request),
    device: presentedDevice(request.headers, options.secure),
    setDevice: (device) => {
      response.appendHeader('set-cookie', deviceCookie(device, options.secure));
    },
    setSessionToken: (token, expiresAt) => {
      const seconds = msBetween(options.clock.real(), expiresAt) / 1000;
      response.appendHeader('set-cookie', sessionCookie(token, seconds, options.secure));
    },
  };
}

function listen(http: Server, { host, port }: ApiServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve();
    });
  });
}

import type { Client as Socket } from 'graphql-ws';
import { Client, cacheExchange, fetchExchange, mapExchange, type Operation, subscriptionExchange } from 'urql';
import { failureKind } from './failure';

export interface ApiSettings {
  api: string;
  socket: string;
  /** Read at every request, so that a change of language needs no new client. */
  locale: () => string;
  onSignedOut: () => void;
  onSocket: (state: SocketState) => void;
}

export type SocketState = 'idle' | 'connecting' | 'live' | 'lost';

/** Codes with which the server refuses this socket itself; trying again would only repeat it. */
const FINAL_CODES = new Set([4400, 4401, 4403, 4409, 4429]);
const SESSION_CODES = new Set([4401, 4403]);

/** Half a second, doubled up to 15 s, with up to a third of it at random so that a restart is not met by a crowd. */
export function retryDelay(attempt: number, random: number): number {
  return Math.min(15_000, 500 * 2 ** attempt) * (1 + random / 3);
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The socket's own code comes after the page: what is on the screen is asked for first. */
async function openSocket({ socket, locale, onSocket, onSignedOut }: ApiSettings): Promise<Socket> {
  const { createClient } = await import('graphql-ws');
  return createClient({
    url: socket,
    lazy: true,
    lazyCloseTimeout: 3_000,
    keepAlive: 20_000,
    connectionParams: () => ({ locale: locale() }),
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (attempt) => pause(retryDelay(attempt, Math.random())),
    shouldRetry: (event) => !(event instanceof CloseEvent && FINAL_CODES.has(event.code)),
    on: {
      connecting: () => onSocket('connecting'),
      connected: () => onSocket('live'),
      closed: (event) => {
        if (event instanceof CloseEvent && SESSION_CODES.has(event.code)) onSignedOut();
        onSocket(event instanceof CloseEvent && event.wasClean && event.code === 1000 ? 'idle' : 'lost');
      },
    },
  });
}

export interface Api {
  client: Client;
  /** Reads again everything that is on the screen, and reconnects the socket: the language or the session changed. */
  refresh: () => void;
  dispose: () => void;
}

/** The urql client of one tab, and the socket under its subscriptions. */
export function createApi(settings: ApiSettings): Api {
  let opened: Promise<Socket> | undefined;
  const socket = (): Promise<Socket> => {
    opened ??= openSocket(settings).catch((cause: unknown) => {
      // Without a network its code may be out of reach: the next subscription tries again.
      opened = undefined;
      settings.onSocket('lost');
      throw cause;
    });
    return opened;
  };
  const onScreen = new Map<number, Operation>();
  const client = new Client({
    url: settings.api,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({
      credentials: 'include',
      headers: { 'x-app-csrf': '1', 'Accept-Language': settings.locale() },
    }),
    exchanges: [
      mapExchange({
        onOperation: (operation) => {
          if (operation.kind === 'query') onScreen.set(operation.key, operation);
          if (operation.kind === 'teardown') onScreen.delete(operation.key);
        },
        onError: (error) => {
          if (failureKind(error) === 'signedOut') settings.onSignedOut();
        },
      }),
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => {
            let isOver = false;
            let stop = () => {};
            socket().then(
              (client) => {
                if (!isOver) stop = client.subscribe({ ...request, query: request.query ?? '' }, sink);
              },
              (cause: unknown) => sink.error(cause),
            );
            return {
              unsubscribe: () => {
                isOver = true;
                stop();
              },
            };
          },
        }),
      }),
    ],
  });
  return {
    client,
    refresh: () => {
      for (const operation of [...onScreen.values()]) {
        client.reexecuteOperation(
          client.createRequestOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }),
        );
      }
      void opened?.then((client) => client.terminate());
    },
    dispose: () => void opened?.then((client) => client.dispose()).catch(() => undefined),
  };
}

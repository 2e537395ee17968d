'use client';
import { useLocale } from 'next-intl';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { Provider } from 'urql';
import { apiAddress, socketAddress } from './address';
import { createApi, type SocketState } from './client';

interface ApiState {
  socket: SocketState;
  /** True after the server said that nobody is signed in, until `signedIn` is called. */
  signedOut: boolean;
  /** Everything may be different now (a sandbox's clock was moved): read what is on the screen once more. */
  reread: () => void;
  /** The same person signed in again: read everything on the screen once more and reconnect. */
  signedIn: () => void;
  /** Grows with every new session; streams that ended with the old one begin again. */
  session: number;
}

/** Exported for the workbench, where stories say how the connection is. */
export const ApiContext = createContext<ApiState | null>(null);

const never = (): (() => void) => () => {};

/** The API for everything below. Renders nothing of the page on the server: all data is the signed-in person's. */
export function ApiProvider({ children, waiting }: { children: ReactNode; waiting: ReactNode }) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return inBrowser ? <BrowserApi>{children}</BrowserApi> : waiting;
}

function BrowserApi({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const localeNow = useRef<string>(locale);
  const [socket, setSocket] = useState<SocketState>('idle');
  const [signedOut, setSignedOut] = useState(false);
  const [session, setSession] = useState(0);
  const [api] = useState(() => {
    const address = apiAddress(window.__PLANWRIGHT__, window.location);
    return createApi({
      api: address,
      socket: socketAddress(address),
      locale: () => localeNow.current,
      onSignedOut: () => setSignedOut(true),
      onSocket: setSocket,
    });
  });

  useEffect(() => {
    if (localeNow.current === locale) return;
    localeNow.current = locale;
    api.refresh();
  }, [api, locale]);

  const state = useMemo(
    () => ({
      socket,
      signedOut,
      session,
      reread: () => api.refresh(),
      signedIn: () => {
        setSignedOut(false);
        setSession((count) => count + 1);
        api.refresh();
      },
    }),
    [api, socket, signedOut, session],
  );
  return (
    <ApiContext value={state}>
      <Provider value={api.client}>{children}</Provider>
    </ApiContext>
  );
}

/** State of the connection to the server. */
export function useApi(): ApiState {
  const state = useContext(ApiContext);
  if (!state) throw new Error('useApi is used outside ApiProvider');
  return state;
}

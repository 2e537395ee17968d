'use client';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { ApiProvider, useApi } from '@/features/api/api-provider';
import { failureKind } from '@/features/api/failure';
import { SessionProvider, sessionViewer } from '@/features/session/session';
import { SignInAgain } from '@/features/session/sign-in-again';
import { ClockProvider } from '@/features/time/clock';
import { FailureNote } from '@/features/ui/failure-note';
import { keepFocus } from '@/features/ui/focus-keeper';
import { ToastProvider } from '@/features/ui/toast';
import type { SessionViewerQuery } from '@/gql/graphql';
import { Frame } from './frame';
import styles from './frame.module.css';
import { FrameSkeleton } from './frame-skeleton';

/** Everything that needs a signed-in person: the API, the session, the clock, the frame around the page. */
export function Work({ children }: { children: ReactNode }) {
  return (
    <ApiProvider waiting={<FrameSkeleton />}>
      <Gate>{children}</Gate>
    </ApiProvider>
  );
}

function Gate({ children }: { children: ReactNode }) {
  const [{ data, error, fetching }, read] = useQuery({ query: sessionViewer });
  const { signedOut } = useApi();
  const last = useRef<SessionViewerQuery['viewer']>(undefined);
  if (data?.viewer.person) last.current = data.viewer;
  const viewer = last.current;
  useEffect(keepFocus, []);
  const person = viewer?.person;

  if (viewer && person) {
    return (
      <SessionProvider viewer={viewer} person={person}>
        <ClockProvider serverNow={viewer.workspace?.now} zone={person.timeZone}>
          <ToastProvider>
            <Frame>{children}</Frame>
            {signedOut && <SignInAgain />}
          </ToastProvider>
        </ClockProvider>
      </SessionProvider>
    );
  }
  if (error && failureKind(error) !== 'signedOut') {
    return (
      <main className={styles.unreachable}>
        <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />
      </main>
    );
  }
  return (
    <>
      <FrameSkeleton />
      {!fetching && (
        <Suspense>
          <ToSignIn />
        </Suspense>
      )}
    </>
  );
}

function ToSignIn() {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams().toString();
  useEffect(() => {
    const here = query ? `${path}?${query}` : path;
    router.replace(here === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(here)}`);
  }, [router, path, query]);
  return null;
}

'use client';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { graphql } from '@/gql';
import type { Role, SessionViewerQuery } from '@/gql/graphql';

export const sessionViewer = graphql(/* GraphQL */ `
  query SessionViewer {
    viewer {
      demo
      locale
      roles
      reachesEverybody
      person {
        id
        name
        email
        timeZone
      }
      workspace {
        id
        name
        kind
        now
        timeZone
      }
    }
  }
`);

type Viewer = SessionViewerQuery['viewer'];

export interface Session {
  viewer: Viewer;
  person: NonNullable<Viewer['person']>;
  /** True when the person has at least one of the roles; ADMIN counts as none of the others. */
  has: (...roles: Role[]) => boolean;
}

const SessionContext = createContext<Session | null>(null);

/** The signed-in person for everything below. */
export function SessionProvider({
  viewer,
  person,
  children,
}: Pick<Session, 'viewer' | 'person'> & { children: ReactNode }) {
  const session = useMemo(
    () => ({ viewer, person, has: (...roles: Role[]) => roles.some((role) => viewer.roles.includes(role)) }),
    [viewer, person],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who is signed in. Below the frame there is always somebody. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside the frame');
  return session;
}

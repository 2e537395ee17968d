import { ClipboardCheck, ListTodo, type LucideIcon, Route, ScrollText, SquareKanban, UsersRound } from 'lucide-react';
import type { Role } from '@/gql/graphql';

export type PlaceKey = 'myPlan' | 'reviews' | 'plans' | 'cohorts' | 'people' | 'audit';

export interface Place {
  key: PlaceKey;
  path: string;
  icon: LucideIcon;
  roles: readonly Role[];
}

/** The rail, in order. A place is shown to those who find something there. */
const PLACES: readonly Place[] = [
  { key: 'myPlan', path: '/my-plan', icon: ListTodo, roles: ['LEARNER'] },
  { key: 'reviews', path: '/reviews', icon: ClipboardCheck, roles: ['MENTOR', 'TEAM_LEAD', 'HR'] },
  { key: 'plans', path: '/plans', icon: Route, roles: ['DESIGNER', 'HR', 'ADMIN'] },
  { key: 'cohorts', path: '/cohorts', icon: SquareKanban, roles: ['HR', 'ADMIN', 'DESIGNER', 'MENTOR', 'TEAM_LEAD'] },
  { key: 'people', path: '/people', icon: UsersRound, roles: ['HR', 'ADMIN', 'TEAM_LEAD', 'DESIGNER'] },
  { key: 'audit', path: '/audit', icon: ScrollText, roles: ['ADMIN'] },
];

export const placesFor = (roles: readonly Role[]): Place[] =>
  PLACES.filter((place) => place.roles.some((role) => roles.includes(role)));

/** A phone's bottom bar holds four: three places and "more". */
export function barPlaces(places: readonly Place[]): { shown: Place[]; more: Place[] } {
  return { shown: places.slice(0, 3), more: places.slice(3) };
}

export const isAt = (place: Place, path: string): boolean => path === place.path || path.startsWith(`${place.path}/`);

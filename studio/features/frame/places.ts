import {
  Bell,
  ChartNoAxesColumn,
  ClipboardCheck,
  FlaskConical,
  ListTodo,
  type LucideIcon,
  Plug,
  Route,
  Ruler,
  ScrollText,
  Settings2,
  SquareKanban,
  UsersRound,
} from 'lucide-react';
import type { Role } from '@/gql/graphql';

export type PlaceKey =
  | 'myPlan'
  | 'reviews'
  | 'plans'
  | 'cohorts'
  | 'people'
  | 'integrations'
  | 'audit'
  | 'inbox'
  | 'reports'
  | 'experiments'
  | 'outcomes'
  | 'settings';

export interface Place {
  key: PlaceKey;
  path: string;
  icon: LucideIcon;
  roles: readonly Role[];
  /** Pages that stand under this place with another address. */
  also?: readonly string[];
}

/** The rail, in order. A place is shown to those who find something there. */
const PLACES: readonly Place[] = [
  { key: 'myPlan', path: '/my-plan', icon: ListTodo, roles: ['LEARNER'] },
  { key: 'reviews', path: '/reviews', icon: ClipboardCheck, roles: ['MENTOR', 'TEAM_LEAD', 'HR'] },
  { key: 'plans', path: '/plans', icon: Route, roles: ['DESIGNER', 'HR', 'ADMIN'] },
  { key: 'cohorts', path: '/cohorts', icon: SquareKanban, roles: ['HR', 'ADMIN', 'DESIGNER', 'MENTOR', 'TEAM_LEAD'] },
  { key: 'people', path: '/people', icon: UsersRound, roles: ['HR', 'ADMIN', 'TEAM_LEAD', 'DESIGNER'] },
  { key: 'experiments', path: '/experiments', icon: FlaskConical, roles: ['HR', 'ADMIN'] },
  { key: 'reports', path: '/reports', icon: ChartNoAxesColumn, roles: ['HR', 'ADMIN'] },
  { key: 'outcomes', path: '/outcomes', icon: Ruler, roles: ['HR', 'ADMIN'] },
  {
    key: 'integrations',
    path: '/integrations',
    icon: Plug,
    roles: ['ADMIN', 'HR'],
    also: ['/plugins', '/messages'],
  },
  { key: 'settings', path: '/settings', icon: Settings2, roles: ['ADMIN', 'HR'] },
  { key: 'audit', path: '/audit', icon: ScrollText, roles: ['ADMIN'] },
];

export const placesFor = (roles: readonly Role[]): Place[] =>
  PLACES.filter((place) => place.roles.some((role) => roles.includes(role)));

/** Everybody's: a bell at the foot of the rail, the second place of a phone's bar. */
export const INBOX: Place = { key: 'inbox', path: '/inbox', icon: Bell, roles: [] };

/** A phone's bottom bar holds four: the first place, the inbox, another place, and "more". */
export function barPlaces(places: readonly Place[]): { shown: Place[]; more: Place[] } {
  return { shown: [...places.slice(0, 1), INBOX, ...places.slice(1, 2)], more: places.slice(2) };
}

export const isAt = (place: Place, path: string): boolean =>
  [place.path, ...(place.also ?? [])].some((each) => path === each || path.startsWith(`${each}/`));

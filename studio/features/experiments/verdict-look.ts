import {
  CircleHelp,
  Equal,
  FlaskConical,
  Link2,
  type LucideIcon,
  Scale,
  TrendingDown,
  TrendingUp,
  UsersRound,
} from 'lucide-react';
import type { Verdict } from '@/gql/graphql';

export type VerdictTone = 'quiet' | 'ok' | 'danger' | 'warn' | 'info';

/** Sign and colour of a verdict. Only what was tested and decided is green or red. */
export function verdictLook(verdict: Verdict): { icon: LucideIcon; tone: VerdictTone } {
  switch (verdict) {
    case 'BETTER_TESTED':
    case 'BETTER_MEANINGFUL':
      return { icon: TrendingUp, tone: 'ok' };
    case 'WORSE_TESTED':
    case 'WORSE_MEANINGFUL':
      return { icon: TrendingDown, tone: 'danger' };
    case 'EQUIVALENT':
      return { icon: Equal, tone: 'info' };
    case 'INCONCLUSIVE':
      return { icon: CircleHelp, tone: 'quiet' };
    case 'TOO_FEW':
      return { icon: UsersRound, tone: 'quiet' };
    case 'NOT_COMPARABLE':
      return { icon: Scale, tone: 'warn' };
    case 'ASSOCIATED_ONLY':
      return { icon: Link2, tone: 'warn' };
    case 'EXPLORATORY':
      return { icon: FlaskConical, tone: 'info' };
    default:
      return verdict satisfies never;
  }
}

/** Whether a point estimate may lead: not while nothing can be judged. */
export const hasEstimate = (verdict: Verdict): boolean =>
  verdict !== 'TOO_FEW' && verdict !== 'NOT_COMPARABLE' && verdict !== 'INCONCLUSIVE';

'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { ButtonLink } from '@/features/ui/button';
import { handOvers } from './documents';

/** Leads to whoever still has to be handed over; nothing where there is nobody. For HR and administrators. */
export function HandOversLink() {
  const t = useTranslations('handOvers');
  const [{ data }] = useQuery({ query: handOvers });
  const count = data?.handOvers.length ?? 0;
  return count > 0 ? <ButtonLink href="/people/hand-overs">{t('link', { count })}</ButtonLink> : null;
}

'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { wayThrough } from './provider-way';
import styles from './sign-in.module.css';

const signInWays = graphql(/* GraphQL */ `
  query SignInWays {
    signInWays {
      providers {
        id
        name
        url
      }
    }
  }
`);

/** The company's own sign-in, where there is one: a link for each provider. */
export function ProviderButtons({ returnTo }: { returnTo: string | undefined }) {
  const t = useTranslations('signIn');
  const [{ data }] = useQuery({ query: signInWays });
  const providers = data?.signInWays.providers ?? [];
  if (providers.length === 0) return null;
  return (
    <ul className={styles.providers} aria-label={t('providers')}>
      {providers.map(({ id, name, url }) => (
        <li key={id}>
          {/* The API answers it and leads on to the provider: no page of the studio. */}
          <a className={styles.provider} href={wayThrough(url, returnTo)} data-testid="provider">
            {t('with', { name })}
          </a>
        </li>
      ))}
    </ul>
  );
}

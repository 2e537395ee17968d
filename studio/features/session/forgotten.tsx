'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import styles from './sign-in.module.css';

const signInHelp = graphql(/* GraphQL */ `
  query SignInHelp {
    viewer {
      mailsPasswordLinks
    }
  }
`);

/** What somebody does who has forgotten their password: asks for a link, or a person where no mail can be sent. */
export function Forgotten() {
  const t = useTranslations('signIn');
  const [{ data }] = useQuery({ query: signInHelp });
  if (data?.viewer.mailsPasswordLinks === false) return <p className={styles.help}>{t('askHr')}</p>;
  return (
    <p className={styles.help}>
      <Link href="/forgot">{t('forgot')}</Link>
    </p>
  );
}

'use client';
import { useTranslations } from 'next-intl';

/** Title of a job role: the words for the keys that we know, else as the organisation writes it. */
export function useJobRole(): (jobRole: string | null | undefined) => string | undefined {
  const t = useTranslations('jobRoles');
  return (jobRole) => {
    if (!jobRole) return undefined;
    // A dot would be read as a path into the messages.
    return !jobRole.includes('.') && t.has(jobRole as never) ? t(jobRole as never) : jobRole;
  };
}

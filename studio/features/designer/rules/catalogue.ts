'use client';
import type { JsonSchema, PluginCatalogue } from '@planwright/schema/rules';
import { createContext, useContext, useMemo } from 'react';
import { useQuery } from 'urql';
import type { RuleCatalogueQuery } from '@/gql/graphql';
import { useLanguage } from '../words/use-canvas-words';
import { ruleCatalogue } from './catalogue-documents';

export type RuleEntry = RuleCatalogueQuery['pluginCatalogue'][number];
export type RuleRole = 'scorer' | 'scoring' | 'reminder';

/** What plans may use here; undefined while it is not known. */
export const CatalogueContext = createContext<readonly RuleEntry[] | undefined>(undefined);

/** Reads the rules and scorers that this workspace's plugins offer. */
export function useReadCatalogue(): readonly RuleEntry[] | undefined {
  const [{ data }] = useQuery({ query: ruleCatalogue });
  return data?.pluginCatalogue;
}

const wanted = (part: RuleRole): string => (part === 'scorer' ? 'ITEM' : 'PLAN');

const fits = (entry: RuleEntry, part: RuleRole): boolean => {
  if (part === 'reminder') return entry.kind === 'REMINDER_RULE';
  return entry.kind === 'SCORER' && (entry.of ?? wanted(part)) === wanted(part);
};

/** The rules for one place of a plan, and the one of a name whatever its place. */
export function useCatalogue(part: RuleRole) {
  const entries = useContext(CatalogueContext);
  return useMemo(
    () => ({
      isKnown: entries !== undefined,
      offered: entries?.filter((entry) => fits(entry, part)) ?? [],
      find: (use: string) => entries?.find((entry) => entry.use === use),
    }),
    [entries, part],
  );
}

/** The catalogue as `checkPlan` takes it. */
export function usePluginCatalogue(entries: readonly RuleEntry[] | undefined): PluginCatalogue | undefined {
  const language = useLanguage();
  return useMemo(
    () =>
      entries &&
      Object.fromEntries(
        entries.map((entry) => [
          entry.use,
          {
            kind: entry.kind,
            plugin: `${entry.pluginKey}@${entry.version}`,
            version: entry.version,
            title: { [language]: entry.title },
            ...(entry.of === 'ITEM' || entry.of === 'PLAN' ? { of: entry.of } : {}),
            configSchema: (entry.configSchema ?? {}) as JsonSchema,
          },
        ]),
      ),
    [entries, language],
  );
}

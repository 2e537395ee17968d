import type { LocalizedText } from '../text/index.js';

export type ContributionKind = 'CONNECTOR' | 'CHANNEL' | 'INBOUND' | 'REMINDER_RULE' | 'SCORER';

/** JSON Schema 2020-12, of the subset that the SDK's forms draw. */
export type JsonSchema = Record<string, unknown>;

/** One thing that plans may `use`. */
export interface CatalogueEntry {
  kind: ContributionKind;
  /** `plugin@version`, as a published plan pins it. */
  plugin: string;
  version: string;
  title: LocalizedText;
  /** Scorers: of one item, or of the whole plan. */
  of?: 'ITEM' | 'PLAN';
  configSchema: JsonSchema;
}

/** What plans may use, by its name in a plan: `core/weekly`. */
export type PluginCatalogue = Record<string, CatalogueEntry>;

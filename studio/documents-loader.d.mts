/** The source with the text of its documents; as it was when it has none. */
export function inlineDocuments(source: string, texts?: ReadonlyMap<string, string>): string;

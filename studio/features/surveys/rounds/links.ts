/** A link for one respondent about one person. */
export interface Link {
  respondent: string;
  about: string;
  token: string;
}

export const addressOf = (origin: string, { token }: Pick<Link, 'token'>): string => `${origin}/survey/${token}`;

/** Several links as lines that a spreadsheet takes as a table. */
export const asTable = (origin: string, heads: readonly [string, string, string], links: readonly Link[]): string =>
  [heads, ...links.map((link) => [link.respondent, link.about, addressOf(origin, link)])]
    .map((cells) => cells.map((cell) => cell.replace(/[\t\n]/g, ' ')).join('\t'))
    .join('\n');

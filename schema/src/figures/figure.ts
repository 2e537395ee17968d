/** What figures are made of: the parts of an evaluation that count. */
export interface Measured {
  items: readonly { state: string; onTime?: boolean; overdue: boolean }[];
  stages: readonly { done: number; needed: number }[];
  submissions: readonly { reviewBy?: string; reviewedAt?: string; inTime?: boolean; waiting: boolean }[];
}

/** An exact fraction; turned into a number only where it is shown. `of` 0 = nothing counts yet. */
export interface Share {
  count: number;
  of: number;
}

/** A field of the API: its name, and its description as a full sentence. */
export interface FigureField {
  field: string;
  about: string;
}

/** A whole number about a person, kept in an `int` column of this name (in snake case). Over people it is added up. */
export interface Count {
  column: string;
  /** `BoardCounters` of the API: added up over the people on a board. */
  board: FigureField;
  /** `Progress` of the API, of one person. Left out = the API does not say it. */
  person?: FigureField;
}

/** A part of a whole. Numerators and denominators are added up, and only then divided. */
export interface ShareFigure {
  kind: 'SHARE';
  measure(evaluation: Measured): Share;
  count: Count;
  /** Shares of the same whole name the same column. */
  of: Count;
  /** What the share is when nothing counts towards it. Left out = null: nothing is known yet. */
  ofNothing?: number;
  /** In reports. */
  title: Readonly<Record<'zh-CN' | 'en', string>>;
  /** Descriptions of the share itself, which the API calls by the figure's own name. */
  about: { person: string; board: string };
}

/** How many of something a person has. */
export interface CountFigure extends Count {
  kind: 'COUNT';
  measure(evaluation: Measured): number;
  /** How many people have at least one of them: a column of boards, and a field of this name. */
  people?: FigureField;
}

export type Figure = ShareFigure | CountFigure;

interface Base {
  name: string;
  title: string;
  description?: string;
  required: boolean;
  /** What holds while nothing is entered. */
  fallback?: unknown;
}

export interface Option {
  value: string;
  label: string;
}

/** One way of a setting that has several forms: its tag, and the fields that it has beside the tag. */
export interface Variant extends Option {
  fields: FormField[];
}

/** One field of a form that is drawn from a plugin's JSON Schema. */
export type FormField =
  | (Base & { kind: 'text'; look: 'line' | 'lines' | 'url' | 'email' | 'time'; maxLength?: number; pattern?: string })
  | (Base & { kind: 'number'; whole: boolean; min?: number; max?: number })
  | (Base & { kind: 'flag' })
  /** `numeric`: the options are numbers in the settings. */
  | (Base & { kind: 'choice'; options: Option[]; numeric?: true })
  | (Base & { kind: 'words'; max?: number })
  | (Base & { kind: 'choices'; options: Option[] })
  /** Write only: it is set, replaced or erased, and never comes back. */
  | (Base & { kind: 'secret' })
  | (Base & { kind: 'group'; fields: FormField[] })
  /** Entries of one shape, one below the other. `entry` is drawn for each; its name is the entry's place. */
  | (Base & { kind: 'list'; entry: FormField; min?: number; max?: number })
  /** Entries under names that the person gives. */
  | (Base & { kind: 'map'; entry: FormField })
  /** One of several forms, told apart by the text under `tag`. */
  | (Base & { kind: 'variants'; tag: string; variants: Variant[] })
  /** It is always this: nothing to draw. */
  | (Base & { kind: 'fixed' });

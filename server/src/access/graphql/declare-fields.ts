import { Field, Float, Int } from 'type-graphql';
import { DateTimeScalar } from './scalars.js';

/** A field that is made from a list, as `@Field` would declare it. */
export interface ListedField {
  name: string;
  type: 'Int' | 'Float' | 'DateTime';
  isNullable?: boolean;
  /** Its description, as a full sentence. */
  about: string;
}

const TYPES = { Int, Float, DateTime: DateTimeScalar };

/** Gives an object type the fields of a list. Its objects hold their values under the same names. */
export function declareFields(type: { readonly prototype: object }, fields: readonly ListedField[]): void {
  for (const { name, type: kind, isNullable = false, about } of fields)
    Field(() => TYPES[kind], { nullable: isNullable, description: about })(type.prototype, name);
}

import { graphql } from '@/gql';
import type { UserErrorFieldsFragment } from '@/gql/graphql';

/** What every mutation asks of a refusal: spread it into `userErrors`. */
export const userErrorFields = graphql(/* GraphQL */ `
  fragment UserErrorFields on UserError {
    code
    message
    path
  }
`);

/** One thing that is wrong with what was entered, and that the person can put right. */
export type UserError = Pick<UserErrorFieldsFragment, 'code' | 'message' | 'path'>;

/**
 * Whether an error belongs to a field or to something in it. A field is named as in the input, dotted where it lies
 * inside another: `startsOn`, `rows.0.value`, `config.auth`. A path may begin with the argument's own name.
 */
function isAt({ path }: Pick<UserError, 'path'>, field: string): boolean {
  const inside = path[0] === 'input' ? path.slice(1) : path;
  return field.split('.').every((part, index) => inside[index] === part);
}

/** All that is wrong with one field, as sentences. */
export const errorsAt = (errors: readonly UserError[], field: string): string[] =>
  errors.filter((error) => isAt(error, field)).map(({ message }) => message);

/** What is wrong with one field: the first that the server said of it. */
export const errorAt = (errors: readonly UserError[], field: string): string | undefined => errorsAt(errors, field)[0];

/** What is wrong with everything but these fields, which show their own. */
export const errorsBeside = (errors: readonly UserError[], fields: readonly string[]): UserError[] =>
  errors.filter((error) => !fields.some((field) => isAt(error, field)));

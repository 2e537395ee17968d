// A module of its own, so that the expression language is loaded with it and not with the designer.
export { compileExpression } from '@planwright/schema/definition';

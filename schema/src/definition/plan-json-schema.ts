import { z } from 'zod';
import { planDefinition } from './plan-definition.js';

/**
 * The JSON Schema (2020-12) of a plan definition, for editors and for those who write plans with other tools. It says
 * what a document may look like; that names name something, and that dates fit, is `checkPlan`'s to say.
 */
export function planDefinitionJsonSchema(): object {
  const schema = z.toJSONSchema(planDefinition, { target: 'draft-2020-12', io: 'output', reused: 'ref' });
  return {
    ...schema,
    title: 'Planwright plan definition',
    $id: 'https://planwright.example/plan-definition.schema.json',
  };
}

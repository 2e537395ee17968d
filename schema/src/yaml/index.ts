export { definitionToYaml, parsePlanYaml } from './plan-yaml.js';

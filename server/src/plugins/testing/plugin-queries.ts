const ERRORS = 'userErrors { code message path }';
const PLUGIN = `id key title version versions status enabled consented permissions isolation health problem usedByPlans
  contributes { kind key title of }`;
const INTEGRATION = `id name config secretsSet health lastVerdict problem checkedAt plugin { key status } channels { key }`;

export const PLUGINS = `{ plugins { ${PLUGIN} } }`;
export const CATALOGUE = '{ pluginCatalogue { use kind title pluginKey version configSchema } }';
export const ENABLE = `mutation ($input: EnablePluginInput!) { enablePlugin(input: $input) { ${ERRORS} plugin { ${PLUGIN} } } }`;
export const DISABLE = `mutation ($input: PluginInput!) { disablePlugin(input: $input) { ${ERRORS} plugin { ${PLUGIN} } } }`;
export const INTEGRATIONS = `{ integrations { ${INTEGRATION} } }`;
export const CREATE = `mutation ($input: CreateIntegrationInput!) { createIntegration(input: $input) { ${ERRORS} integration { ${INTEGRATION} } } }`;
export const UPDATE = `mutation ($input: UpdateIntegrationInput!) { updateIntegration(input: $input) { ${ERRORS} integration { ${INTEGRATION} } } }`;
export const REMOVE = `mutation ($input: RemoveIntegrationInput!) { removeIntegration(input: $input) { ${ERRORS} integration { id } } }`;
export const TEST = `mutation ($input: IntegrationInput!) { testIntegration(input: $input) { ${ERRORS} ok verdict messages } }`;

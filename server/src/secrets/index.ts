export { Keyring, sealingKey } from './keyring.js';
export { rotateSecrets, sealedTable } from './rotate-secrets.js';
export { NoKey, seal, unseal } from './seal.js';

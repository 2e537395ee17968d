export { pText, shareText, wholePercent } from './share-text.js';

export { htmlIn } from './html-in-text.js';
export { key, LANGUAGES, type Language, type LocalizedText, localizedText, textIn } from './text.js';

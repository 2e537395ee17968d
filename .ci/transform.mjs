// TypeScript for jest. Inside jest every use of a global such as `Math` goes through the sandbox's own lookup, which made suites
// that calculate take twice as long. So each module keeps those that it uses.
import swc from '@swc/jest';

const KEPT = [
  'Math',
  'Number',
  'String',
  'Object',
  'Array',
  'Map',
  'Set',
  'JSON',
  'Float64Array',
  'Int32Array',
  'Uint8Array',
];

const declares = (source, name) =>
  new RegExp(`\\b(?:const|let|var|class|function|enum|interface|type|as|import)\\s+${name}\\b`).test(source) ||
  new RegExp(`import[^;]*[{,]\\s*${name}\\s*[,}]`).test(source);

/** On the first line, so that the lines of a stack trace stay right. A module that has such a name of its own keeps it. */
function withGlobals(source) {
  const used = KEPT.filter((name) => new RegExp(`\\b${name}\\b`).test(source) && !declares(source, name));
  if (used.length === 0 || source.startsWith('#!')) return source;
  return `const ${used.map((name) => `${name} = globalThis.${name}`).join(', ')}; ${source}`;
}

export default {
  createTransformer(options) {
    const transformer = swc.createTransformer(options);
    return {
      ...transformer,
      process: (source, ...rest) => transformer.process(withGlobals(source), ...rest),
      processAsync: (source, ...rest) => transformer.processAsync(withGlobals(source), ...rest),
      getCacheKey: (source, ...rest) => transformer.getCacheKey(withGlobals(source), ...rest),
    };
  },
};

// Runs a thread from its TypeScript sources: Node takes the types away, and a name that ends in .js stands for the source beside it.
import { registerHooks } from 'node:module';
import { workerData } from 'node:worker_threads';

registerHooks({
  resolve(specifier, context, next) {
    const isOwn = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
    return next(isOwn ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});
await import(workerData.entry);

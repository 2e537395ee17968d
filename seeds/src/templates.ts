import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { PlanDefinition } from '@planwright/schema/definition';
import { parsePlanYaml } from '@planwright/schema/yaml';

const FOLDER = fileURLToPath(new URL('../plans/', import.meta.url));

export interface PlanTemplate {
  key: string;
  definition: PlanDefinition;
}

/** Every plan of `seeds/plans`, by key. A file that does not parse is a mistake of ours, so it throws. */
export async function loadTemplates(): Promise<PlanTemplate[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.yaml')).sort();
  return Promise.all(
    files.map(async (file) => {
      const { definition, problems } = parsePlanYaml(await readFile(`${FOLDER}${file}`, 'utf8'));
      if (!definition)
        throw new Error(`${file}: ${problems.map(({ code, path }) => `${code} at ${path.join('.')}`).join('; ')}`);
      return { key: definition.key, definition };
    }),
  );
}

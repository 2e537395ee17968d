import { peopleFileEntities } from './people-file/entities.js';

export const organisationEntities = [...peopleFileEntities] as const;

import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A person of the organisation. Reads go by statements; the entity is for changing one. */
@Entity({ tableName: 'person' })
export class PersonEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  workspaceId!: string;

  @Property({ type: 'string' })
  name!: string;

  @Property({ type: 'string', nullable: true })
  email?: string;

  @Property({ type: 'string' })
  locale!: string;

  @Property({ type: 'string' })
  timeZone!: string;

  @Property({ type: 'boolean' })
  active!: boolean;
}

/** The people of the demo, to sign in as from a list; nobody when the server runs without the demo data. */
import type { CastMember } from '#domain/org/org.contract.ts';
import type { Db } from '#server/platform/database.ts';

/** What the demo leaves in the settings: user name → what this person comes for. */
export interface DemoSetting {
  readonly state: 'making' | 'made';
  readonly cast?: readonly { readonly username: string; readonly comesFor: { readonly zh: string; readonly en: string } }[];
}

export function castFinder(db: Db, demo: boolean): () => Promise<CastMember[]> {
  if (!demo) return async () => [];
  return async () => {
    const setting = await db.selectFrom('setting').select('value').where('key', '=', 'demo').executeTakeFirst();
    const made = setting?.value as unknown as DemoSetting | undefined;
    if (!made?.cast) return [];
    const people = await db
      .selectFrom('person')
      .innerJoin('authUser', 'authUser.id', 'person.userId')
      .innerJoin('unit', 'unit.id', 'person.unitId')
      .innerJoin('post', (join) => join.onRef('post.personId', '=', 'person.id').on('post.n', '=', 0))
      .where(
        'authUser.username',
        'in',
        made.cast.map((member) => member.username),
      )
      .select(['person.id as personId', 'person.name', 'authUser.username', 'post.title', 'unit.name as unitName'])
      .execute();
    return made.cast.flatMap(({ username, comesFor }) =>
      people.filter((person) => person.username === username).map((person) => ({ ...person, username, comesFor })),
    );
  };
}

import { withDatabase } from '../boot/given-database.ts'
import { CliRefusal } from './command.ts'

/** The district of this name or id. */
export const findDistrict = (ownerUrl: string, said: string): Promise<{ id: string; name: string }> =>
  withDatabase('DATABASE_URL', ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; name: string }>(
      'select id, name from districts where id::text = lower($1) or lower(name) = lower($1) or lower(short_name) = lower($1)',
      [said.trim()],
    )
    const [found, another] = rows
    if (!found)
      throw new CliRefusal(`There is no district "${said}". list-districts shows the ones there are.`)
    if (another)
      throw new CliRefusal(`Several districts are called "${said}". Give the id; list-districts shows it.`)
    return found
  })

import { withDatabase } from '../boot/given-database.ts'
import { CliRefusal } from './command.ts'

/** The option of every command that works in one district. */
export const districtOption = {
  summary: 'Its name or id; may be left out where there is only one.',
  value: 'DISTRICT',
} as const

/** The district of this name or id; the only one there is where none is named. */
export const findDistrict = (
  ownerUrl: string,
  said: string | undefined,
): Promise<{ id: string; name: string }> =>
  withDatabase('DATABASE_URL', ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; name: string }>(
      `select id, name from districts
       where $1::text is null or id::text = lower($1) or lower(name) = lower($1) or lower(short_name) = lower($1)`,
      [said?.trim()],
    )
    const [found, another] = rows
    if (!found)
      throw new CliRefusal(
        said === undefined
          ? 'There is no district yet. create-district makes one.'
          : `There is no district "${said}". list-districts shows the ones there are.`,
      )
    if (another)
      throw new CliRefusal(
        said === undefined
          ? 'There are several districts. Say which with --district; list-districts shows them.'
          : `Several districts are called "${said}". Give the id; list-districts shows it.`,
      )
    return found
  })

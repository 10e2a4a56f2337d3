import { ProblemError } from '@common-table/shared/contract/problem'
import { withDatabase } from '../boot/given-database.ts'
import { foundDistrict } from '../district/found-district.ts'
import { invitePerson } from '../people/index.ts'
import { publicAddress } from '../settings.ts'
import { CliRefusal, command, type CliContext } from './command.ts'
import { districtOption, findDistrict } from './find-district.ts'

const author = { kind: 'system', id: null, name: 'command line', requestId: null } as const

const makeDistrict = (ownerUrl: string, name: string): Promise<string> =>
  withDatabase('DATABASE_URL', ownerUrl, async (client) => {
    const taken = await client.query('select from districts where lower(name) = lower($1)', [name])
    if (taken.rowCount)
      throw new CliRefusal(
        `There is a district named "${name}" already. invite-admin adds an administrator to it.`,
      )
    const made = await client.query<{ id: string }>('insert into districts (name) values ($1) returning id', [
      name,
    ])
    return made.rows[0]!.id // the insert returns its row
  })

const inviteAdmin = async (
  { app: { services }, say }: CliContext,
  districtId: string,
  email: string,
  name: string,
): Promise<void> => {
  const { link } = await services
    .write(districtId, author, (db) =>
      invitePerson(db, services, { email, name, role: 'admin' }, 'Common Table'),
    )
    .catch((error: unknown) => {
      throw error instanceof ProblemError ? new CliRefusal(error.message) : error
    })
  say(`Invited ${email} as administrator. The link works once, for two weeks:`)
  say(`  ${publicAddress(services.settings)}${link}`)
}

export const districtCommands = [
  command({
    name: 'create-district',
    summary: 'Make a district with its vocabulary, and invite its first administrator.',
    options: {
      name: { summary: 'What the district is called.', value: 'NAME', required: true },
      'admin-email': { summary: 'Who administers it.', value: 'ADDRESS', required: true },
      'admin-name': { summary: 'Their name; they can change it.', value: 'NAME' },
    },
    run: async (context, options) => {
      const email = options['admin-email'].trim()
      if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
        throw new CliRefusal(`"${email}" is not an e-mail address.`)
      const name = options.name.trim()
      if (name === '' || name.length > 120)
        throw new CliRefusal('The name of a district has 1 to 120 characters.')
      const districtId = await makeDistrict(context.ownerUrl, name)
      await foundDistrict(context.app.services, districtId, { today: new Date().toISOString().slice(0, 10) })
      context.say(`Made the district "${name}" (${districtId}).`)
      await inviteAdmin(context, districtId, email, options['admin-name'] ?? email.split('@')[0]!)
    },
  }),
  command({
    name: 'invite-admin',
    summary: 'Invite another administrator to a district.',
    options: {
      district: districtOption,
      email: { summary: 'Whom to invite.', value: 'ADDRESS', required: true },
      name: { summary: 'Their name; they can change it.', value: 'NAME' },
    },
    run: async (context, { district, email, name }) => {
      const { id } = await findDistrict(context.ownerUrl, district)
      await inviteAdmin(context, id, email, name ?? email.split('@')[0]!)
    },
  }),
  command({
    name: 'list-districts',
    summary: 'Every district, with how many people and schools it has.',
    options: {},
    run: ({ ownerUrl, say }) =>
      withDatabase('DATABASE_URL', ownerUrl, async (client) => {
        const { rows } = await client.query<{ id: string; name: string; people: string; schools: string }>(
          `select d.id, d.name, (select count(*) from users u where u.district_id = d.id) as people,
             (select count(*) from schools s where s.district_id = d.id) as schools from districts d order by d.name`,
        )
        if (rows.length === 0) say('There is no district yet. create-district makes one.')
        for (const { id, name, people, schools } of rows)
          say(`${id}  ${name}  (${people} people, ${schools} schools)`)
      }),
  }),
]

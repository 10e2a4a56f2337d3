import { accountsOf, resetLink } from '../people/index.ts'
import { publicAddress } from '../settings.ts'
import { CliRefusal, command } from './command.ts'
import { findDistrict } from './find-district.ts'

const author = { kind: 'system', id: null, name: 'command line', requestId: null } as const

export const peopleCommands = [
  command({
    name: 'reset-password',
    summary: 'A link with which a person sets a new password, e-mailed and printed.',
    options: {
      email: { summary: 'Whose password.', value: 'ADDRESS', required: true },
      district: { summary: 'Name or id, when the address belongs to several.', value: 'DISTRICT' },
    },
    run: async ({ app: { services }, ownerUrl, say }, { email, district }) => {
      const { id } = district ? await findDistrict(ownerUrl, district) : { id: undefined }
      const [account, another] = await accountsOf(services.read(''), email.trim().toLowerCase(), id)
      if (!account) throw new CliRefusal(`Nobody has the address ${email}.`)
      if (another) throw new CliRefusal(`${email} belongs to several districts. Add --district.`)
      const link = await services.write(account.districtId, author, (db) =>
        resetLink(db, services, account.userId),
      )
      if (!link)
        throw new CliRefusal(
          `${email} is not an active account, or got five links within the last hour. An invited person needs the invitation again.`,
        )
      say('The link works once, for one hour:')
      say(`  ${publicAddress(services.settings)}${link}`)
    },
  }),
]

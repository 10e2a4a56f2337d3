import { publishAll } from '../outcomes/index.ts'
import { runSuggestions } from '../needs/index.ts'
import { command } from './command.ts'
import { districtOption, findDistrict } from './find-district.ts'

const author = { kind: 'system', id: null, name: 'command line', requestId: null } as const

export const needsCommands = [
  command({
    name: 'suggest-needs',
    summary: 'Hold the latest figures of every school against the rules and suggest needs; repeatable.',
    options: {
      district: districtOption,
    },
    run: async ({ app: { services }, ownerUrl, say }, { district }) => {
      const { id, name } = await findDistrict(ownerUrl, district)
      await publishAll(services, id)
      const today = new Date().toISOString().slice(0, 10)
      const run = await services.write(id, author, (db) => runSuggestions(db, today, 'Figures'))
      say(`${name}: ${run.rules} rules, ${run.schools} schools with figures.`)
      say(
        `${run.suggested} suggested, ${run.changed} changed, ${run.unchanged} unchanged, ${run.settled} already settled, ${run.withdrawn} withdrawn.`,
      )
    },
  }),
]

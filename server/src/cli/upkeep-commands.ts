import { proveCoverage } from '../needs/index.ts'
import { proveSums } from '../outcomes/index.ts'
import { CliRefusal, command } from './command.ts'
import { districtOption, findDistrict } from './find-district.ts'

export const upkeepCommands = [
  command({
    name: 'prove-sums',
    summary: 'Hold the sums that dashboards and the gap board read against the rows they come from.',
    options: {
      district: districtOption,
    },
    run: async ({ app: { services }, ownerUrl, say }, { district }) => {
      const { id, name } = await findDistrict(ownerUrl, district)
      const [sums, cells] = [await proveSums(services.read(id)), await proveCoverage(services.read(id))]
      if (sums.length > 0 || cells > 0)
        throw new CliRefusal(
          `${name}: ${sums.length} sums of figures and ${cells} cells of the gap board differ from their rows. The nightly upkeep counts the gap board anew; report the sums with the name of the last import.`,
        )
      say(`${name}: every sum is what its rows say.`)
    },
  }),
]

import type { Command } from './command.ts'
import { districtCommands } from './district-commands.ts'
import { needsCommands } from './needs-commands.ts'
import { importCommands } from './import-commands.ts'
import { peopleCommands } from './people-commands.ts'
import { upkeepCommands } from './upkeep-commands.ts'
import { reviewCommands } from './review-commands.ts'

/** Every command of `pnpm cli`, in the order the help shows them. */
export const commands: readonly Command[] = [
  ...importCommands,
  ...reviewCommands,
  ...needsCommands,
  ...upkeepCommands,
  ...districtCommands,
  ...peopleCommands,
]

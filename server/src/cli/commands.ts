import type { Command } from './command.ts'
import { districtCommands } from './district-commands.ts'
import { peopleCommands } from './people-commands.ts'

/** Every command of `pnpm cli`, in the order the help shows them. */
export const commands: readonly Command[] = [...districtCommands, ...peopleCommands]

import type { CommonTable } from '../app.ts'
import { BootFailure } from '../boot/failure.ts'

interface OptionShape {
  readonly summary: string
  /** Stands for the value in the help: `--name NAME`. Absent: the option is a switch. */
  readonly value?: string
  readonly required?: true
}

/** What a command finds around it. The database is running and migrated. */
export interface CliContext {
  readonly app: CommonTable
  /** The role that owns the tables: only it may make a district. */
  readonly ownerUrl: string
  readonly say: (line: string) => void
}

type Values<Options extends Record<string, OptionShape>> = {
  [Name in keyof Options]: Options[Name] extends { value: string }
    ? Options[Name] extends { required: true }
      ? string
      : string | undefined
    : boolean
}

/** One row of the command table: `pnpm cli <name> [files] --option VALUE`. */
export interface Command<Options extends Record<string, OptionShape> = Record<string, OptionShape>> {
  readonly name: string
  readonly summary: string
  /** What stands after the name without a dash, for the help; absent: nothing may. */
  readonly files?: string
  readonly options: Options
  readonly run: (context: CliContext, values: Values<Options>, files: readonly string[]) => Promise<void>
}

/** Types `run` by its own options. */
export const command = <const Options extends Record<string, OptionShape>>(one: Command<Options>): Command =>
  one as unknown as Command // `readArguments` gives `run` exactly the values of its options

/** Something the person at the keyboard can put right; said in one sentence, without a stack. */
export class CliRefusal extends BootFailure {
  override name = 'CliRefusal'
}

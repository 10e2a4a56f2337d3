export interface Instruction {
  readonly word: string
  readonly text: string
}

export interface Stage {
  readonly name: string
  readonly from: string
  readonly instructions: Instruction[]
}

/** The stages of a Dockerfile with their instructions, in order. Long lines joined, comments left out. */
export const readStages = (dockerfile: string): Stage[] => {
  const stages: Stage[] = []
  const lines = dockerfile.replaceAll(/^\s*#.*\n/gm, '').replaceAll(/\\\n/g, ' ')
  for (const line of lines.split('\n')) {
    const [, word, text] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? []
    if (!word || text === undefined) continue
    if (word === 'FROM') {
      const [, from = '', name] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(text) ?? []
      stages.push({ name: name ?? 'image', from, instructions: [] })
    } else stages.at(-1)?.instructions.push({ word, text })
  }
  return stages
}

/** The words of an instruction written as a JSON list, such as the command of `CMD` or `HEALTHCHECK`. */
export const listIn = (text: string): string[] => JSON.parse(text.slice(text.indexOf('['))) as string[]

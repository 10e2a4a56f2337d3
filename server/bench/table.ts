import type { Sample } from './measure.ts'

export const tableHead = `| operation | who | requests/s | p50 / p97.5 / p99 ms | CPU ms/request | ratio (goal) |
|---|---|---|---|---|---|`

export const rowOf = (...cells: [name: string, who: string, ...rest: string[]]): string =>
  `| ${cells.join(' | ')} |`

export const sampleRow = (name: string, who: string, sample: Sample, ratio: string): string => {
  const { requestsPerSecond, p50, p97, p99, cpu } = sample
  return rowOf(name, who, requestsPerSecond.toFixed(0), `${p50} / ${p97} / ${p99}`, cpu.toFixed(2), ratio)
}

/** Two rows: what is compared with, and the one that is judged. */
export const comparedRows = (
  name: string,
  [low, own]: readonly [who: string, sample: Sample][],
  goal: string,
): string => {
  const [lowWho, lowSample] = low!
  const [ownWho, ownSample] = own!
  const failed = ownSample.failed + lowSample.failed
  const ratio = (ownSample.requestsPerSecond / lowSample.requestsPerSecond).toFixed(2)
  return [
    sampleRow(name, lowWho, lowSample, '1'),
    sampleRow('', ownWho, ownSample, `**${ratio}** (${goal})${failed > 0 ? ` ${failed} failed` : ''}`),
  ].join('\n')
}

export const counted = (n: number): string => n.toLocaleString('en-US')

import type { Running } from './launch.ts'
import { answerOf, sameAnswer } from './same-answers.ts'

export interface Contest {
  rounds: number
  /** How often each replica's caller won. */
  wins: [number, number]
  /** Rounds that did not end with exactly one winner, one 412, and the winner's value read at both. */
  faults: string[]
}

interface Found {
  version: number
  studentsReached: number | null
}

const read = async (replica: Running, path: string): Promise<Found> =>
  JSON.parse((await answerOf(replica, path)).body) as Found

/**
 * Changes one record through both replicas at once, each round with the version both have read. Exactly one may win, the
 * other must be told 412, and in the end the version has risen by the number of wins.
 */
export const contest = async (
  replicas: readonly [Running, Running],
  path: string,
  rounds: number,
): Promise<Contest> => {
  const outcome: Contest = { rounds, wins: [0, 0], faults: [] }
  const { version: first } = await read(replicas[0], path)
  let version = first
  for (let round = 0; round < rounds; round++) {
    const change = async (at: 0 | 1) => {
      const said = round * 2 + at
      const { status } = await answerOf(replicas[at], path, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
        body: JSON.stringify({ studentsReached: said }),
      })
      return { at, said, status }
    }
    // The first of two calls gets onto the wire first: they take turns.
    const order = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)
    const answers = await Promise.all(order.map(change))
    const winners = answers.filter(({ status }) => status === 200)
    for (const { at } of winners) outcome.wins[at]++
    const [winner] = winners
    const found = await read(replicas[round % 2]!, path)
    const whole =
      winner !== undefined &&
      winners.length === 1 &&
      answers.some(({ status }) => status === 412) &&
      found.version === version + 1 &&
      found.studentsReached === winner.said &&
      (await sameAnswer(replicas, path))
    if (!whole)
      outcome.faults.push(
        `round ${round}: ${answers.map(({ status }) => status).join(' and ')}, version ${version} → ${found.version}`,
      )
    version = found.version
  }
  const won = outcome.wins[0] + outcome.wins[1]
  if (version - first !== won) outcome.faults.push(`${won} wins raised the version by ${version - first}`)
  return outcome
}

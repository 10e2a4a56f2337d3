import { notFound } from '@common-table/shared/contract/problem'
import { oneAtATime } from '../db/one-at-a-time.ts'
import { holding } from '../http/held.ts'
import type { Services } from '../http/services.ts'
import { keptBoard, type KeptBoard } from './board-queries.ts'
import { makeBoards } from './board-document.ts'

const author = { kind: 'system', id: null, name: 'gap board', requestId: null } as const

/** Boards this process has sent, so that a large one crosses from the database only when it changed. */
const held = holding<{ stamp: string; body: Buffer }>(40)

const once = oneAtATime<void>()

/** The board of a school year as ready bytes; made anew first where a cell, a school or a setting changed. */
export const readyBoard = async (
  services: Services,
  districtId: string,
  { year, idle }: { year: string | undefined; idle: '' | ':idle' },
): Promise<Buffer> => {
  const name = `${districtId} ${year ?? 'current'}${idle}`
  const ask = async (): Promise<KeptBoard> =>
    (await keptBoard(services.read(districtId), year ?? null, idle, held.get(name)?.stamp ?? null)) ??
    notFound('school year')
  let row = await ask()
  // Twice, because the one that was being made may have begun before what this caller has just written.
  for (let round = 0; row.stale && round < 2; round++) {
    const { yearId } = row
    await once(`${districtId} ${yearId}`, () =>
      services.write(districtId, author, (db) => makeBoards(db, yearId)),
    )
    row = await ask()
  }
  const known = held.get(name)
  if (row.body === null && known) return known.body
  const body = Buffer.from(row.body ?? '')
  held.hold(name, { stamp: row.stamp ?? '', body })
  return body
}

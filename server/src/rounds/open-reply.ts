import { refusal } from '@common-table/shared/contract/refusals'
import { roundState } from '@common-table/shared/rounds/window'
import { stale } from '../http/stale.ts'
import type { HeldReply } from './reply-queries.ts'

/** Answers are taken while the window is open, from whoever has the newest version before them. */
export const checkOpen = async (
  reply: HeldReply,
  ifMatch: number,
  current: () => Promise<unknown>,
): Promise<void> => {
  const state = roundState(reply, reply.today)
  if (state !== 'open') throw refusal(state === 'over' ? 'round-over' : 'round-planned')
  if (reply.version !== ifMatch) stale(JSON.stringify(await current()))
}

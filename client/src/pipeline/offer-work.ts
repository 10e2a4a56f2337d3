import { searchWork } from '@common-table/shared/pipeline/proof-of-work'

/** Numbers tried before the page may breathe: some five milliseconds on a slow phone. */
const portion = 250

const breath = () => new Promise((on) => setTimeout(on))

/** Finds the answer to a form's challenge while its reader writes; typing stays smooth. */
export const workOn = async (challenge: string, bits: number): Promise<number> => {
  for (let from = 0; ; from += portion) {
    const nonce = searchWork(challenge, from, portion, bits)
    if (nonce !== undefined) return nonce
    await breath()
  }
}

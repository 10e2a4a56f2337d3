export interface LetterPart {
  text: string
  /** The field this part still waits for. */
  field?: string
}

/** A letter's text cut at the fields it still waits for, so that they can be shown for what they are. */
export const partsOf = (text: string): LetterPart[] =>
  text.split(/(\{[a-z_]+\})/).flatMap((piece): LetterPart[] => {
    if (piece === '') return []
    return /^\{[a-z_]+\}$/.test(piece) ? [{ text: piece, field: piece.slice(1, -1) }] : [{ text: piece }]
  })

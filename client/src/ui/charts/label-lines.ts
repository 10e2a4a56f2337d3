/** As many letters as stand beside bars that lie, on a phone too. */
const longest = 24

/** A long label of a bar as lines, since an axis would cut it off at its beginning. */
export const labelLines = (label: string): string[] =>
  label.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    return last !== undefined && last.length + word.length < longest
      ? [...lines.slice(0, -1), `${last} ${word}`]
      : [...lines, word]
  }, [])

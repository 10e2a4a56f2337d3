const longest = 36

/**
 * A category's code out of its name: letters a–z, digits and underscores, beginning with a letter. Where the code is
 * taken a number follows, so that no two categories ever share one.
 */
export const categoryCode = (name: string, taken: ReadonlySet<string>): string => {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, longest)
    .replace(/_+$/, '')
  const base = /^[a-z].+/.test(plain) ? plain : `own_${plain}`.replace(/_$/, '')
  for (let number = 2, code = base; ; number += 1) {
    if (!taken.has(code)) return code
    code = `${base}_${number}`
  }
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brandColours, type BrandColours } from '@common-table/shared/district/brand-colour'

// The colours of client/src/ui/tokens.css, whose pairs a test there holds to their contrast.
const light =
  '--bg:#f5f7fa;--surface:#fff;--border:#d5dce5;--control:#6b798c;--text:#16202e;--muted:#465364;--danger:#a8201a;'
const dark =
  '--bg:#0f1520;--surface:#161e2b;--border:#2c394b;--control:#7d8ca3;--text:#e8edf4;--muted:#b7c2d0;--danger:#ffa39c;'
const own = {
  light: { primary: '#2451b8', primaryHover: '#1b3f92', onPrimary: '#ffffff', tint: '#e6edfb' },
  dark: { primary: '#8fb3ff', primaryHover: '#b0c9ff', onPrimary: '#0d1b3d', tint: '#1c2c4d' },
}
const base = readFileSync(new URL('site.css', import.meta.url), 'utf8').replaceAll(/\s+/g, ' ')

const brand = ({ primary, primaryHover, onPrimary, tint }: BrandColours): string =>
  `--primary:${primary};--primary-hover:${primaryHover};--on-primary:${onPrimary};--tint:${tint}`

const made = new Map<number | null, { text: string; hash: string }>()

/** The style sheet of a district's site in its own hue, with a name for this very text. */
export const styleOf = (hue: number | null): { text: string; hash: string } => {
  let found = made.get(hue)
  if (found) return found
  const colours = hue === null ? own : brandColours(hue)
  const text = `:root{color-scheme:light dark;${light}${brand(colours.light)}}
@media(prefers-color-scheme:dark){:root{${dark}${brand(colours.dark)}}}
${base}`
  found = { text, hash: createHash('sha1').update(text).digest('base64url').slice(0, 10) }
  made.set(hue, found)
  return found
}

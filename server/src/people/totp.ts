import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const stepSeconds = 30

/** Base32 without padding (RFC 4648, 6), as authenticator apps take it. */
export const base32 = (bytes: Uint8Array): string => {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

const fromBase32 = (text: string): Buffer => {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}

/** 160 bits, the length RFC 4226 recommends. */
export const newTotpSecret = (): string => base32(randomBytes(20))

/** Six digits of one step (RFC 6238 with SHA-1, which every app knows). */
export const totpCode = (secret: string, step: number): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const at = mac[19]! & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / stepSeconds)

/** The step whose code this is: now, or one before or after for clocks that differ; never one up to `used`. */
export const matchingStep = (
  secret: string,
  code: string,
  now: Date,
  used: number | null,
): number | undefined =>
  [0, -1, 1]
    .map((by) => stepAt(now) + by)
    .find(
      (step) =>
        step > (used ?? -1) &&
        code.length === 6 &&
        timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code)),
    )

/** How an app is told about an account by link. */
export const totpUri = (secret: string, account: string, district: string): string =>
  `otpauth://totp/${encodeURIComponent(`Common Table (${district}):${account}`)}?secret=${secret}&issuer=${encodeURIComponent(`Common Table (${district})`)}`

/** Ten codes of 50 bits each, in two groups to be copied by hand. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => {
    const code = base32(randomBytes(7)).slice(0, 10).toLowerCase()
    return `${code.slice(0, 5)}-${code.slice(5)}`
  })

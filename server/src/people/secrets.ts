import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits that fit into an address or a cookie. */
export const randomSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a random secret. It has full entropy, so a plain hash is enough. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Compares without telling by its time how much was right. */
export const sameSecret = (secret: string, hash: string): boolean => {
  const given = Buffer.from(secretHash(secret))
  const kept = Buffer.from(hash)
  return given.length === kept.length && timingSafeEqual(given, kept)
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Secrets the server must read again, sealed before they are stored, so that a copy of the database gives none away. */
export interface Vault {
  /** `use` says whose secret this is; the same text sealed for another use does not open. */
  seal: (use: string, secret: string) => string
  /** Undefined: sealed under another key, for another use, or changed since. What was never sealed comes back as it is. */
  open: (use: string, stored: string) => string | undefined
  isSealed: (stored: string) => boolean
}

const mark = 'sealed.1.'

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce for each secret, under a key of its own derived from the installation's
 * secret (HKDF, RFC 5869): whoever holds one of the two keys cannot do what the other is for.
 */
export const vaultOf = (installationSecret: string): Vault => {
  const key = Buffer.from(hkdfSync('sha256', installationSecret, '', 'common-table sealed at rest', 32))
  const isSealed = (stored: string): boolean => stored.startsWith(mark)
  return {
    isSealed,
    seal: (use, secret) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(use))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return mark + Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
    },
    open: (use, stored) => {
      if (!isSealed(stored)) return stored
      const bytes = Buffer.from(stored.slice(mark.length), 'base64url')
      if (bytes.length < 28) return undefined
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
      cipher.setAAD(Buffer.from(use)).setAuthTag(bytes.subarray(12, 28))
      try {
        return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}

import { createHash } from 'node:crypto'

/** JSON that PostgreSQL already wrote, passed through as it is. Features make it with `json` and `pageOf`. */
export class Json {
  readonly text: string | Buffer
  /** A record's version, or the hash of an answer that has none. */
  readonly version: number | string | undefined
  constructor(text: string | Buffer, version?: number | string) {
    this.text = text
    this.version = version
  }
}

export const json = (text: string | Buffer, version?: number): Json => new Json(text, version)

/** A large answer that belongs to no one record: its hash is its ETag, so that who holds it is told so in a line. */
export const tagged = (text: string | Buffer): Json =>
  new Json(text, createHash('sha1').update(text).digest('base64url'))

/** A file that leaves the server. `body` may be a stream; it is sent as an attachment, never shown inline. */
export class Download {
  readonly name: string
  readonly mediaType: string
  readonly body: NodeJS.ReadableStream | Buffer | string
  constructor(name: string, mediaType: string, body: NodeJS.ReadableStream | Buffer | string) {
    this.name = name
    this.mediaType = mediaType
    this.body = body
  }
}

/** `secure` because PUBLIC_URL is https; a request that came over https gets a secure one anyway. */
export interface RefreshCookie {
  value: string
  expires: Date
  secure: boolean
}

/** An answer that also sets a cookie (the refresh token). */
export class WithCookie<T> {
  readonly answer: T
  readonly cookie: RefreshCookie
  constructor(answer: T, cookie: RefreshCookie) {
    this.answer = answer
    this.cookie = cookie
  }
}

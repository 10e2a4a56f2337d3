import { isIP } from 'node:net'

type Read<T> = (text: string) => T | undefined

export const text: Read<string> = (value) => value

export const word: Read<string> = (value) => (/^[\w.:-]+$/.test(value) ? value : undefined)

export const atLeast =
  (length: number): Read<string> =>
  (value) =>
    value.length >= length ? value : undefined

export const wholeNumber =
  (least: number, most: number): Read<number> =>
  (value) =>
    /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most ? Number(value) : undefined

export const oneOf =
  <const Choice extends string>(...choices: Choice[]): Read<Choice> =>
  (value) =>
    choices.find((choice) => choice === value)

export const url =
  (...protocols: string[]): Read<string> =>
  (value) => {
    const parsed = URL.parse(value)
    return parsed && protocols.includes(parsed.protocol) && parsed.hostname !== '' ? value : undefined
  }

/** An http(s) address without path, query or login; a last slash is dropped. */
export const origin: Read<string> = (value) => {
  const parsed = URL.parse(value)
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) return undefined
  return parsed.href === `${parsed.origin}/` ? parsed.origin : undefined
}

const own = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The address of an identity provider: https, or http on this machine itself, without query or login. */
export const issuer: Read<string> = (value) => {
  const parsed = URL.parse(value)
  if (!parsed || parsed.search !== '' || parsed.hash !== '' || parsed.username !== '') return undefined
  return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && own.has(parsed.hostname))
    ? value
    : undefined
}

/** `name@host` or `Words <name@host>`; line breaks would let a header in. */
export const sender: Read<string> = (value) =>
  /^(?:[^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value) ? value : undefined

/** Fastify's `trustProxy`: nobody, so many hops, or these addresses. */
export const proxies: Read<false | number | string[]> = (value) => {
  if (value === 'off') return false
  if (/^[1-9]$/.test(value)) return Number(value)
  const addresses = value.split(',').map((address) => address.trim())
  return addresses.every((address) => isIP(address.split('/')[0] ?? '')) ? addresses : undefined
}

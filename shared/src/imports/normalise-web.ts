const mailbox = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const domainName =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/

/** An e-mail address as it is kept: trimmed, without "mailto:" or angle brackets, domain in lower case; or undefined. */
export const readEmail = (text: string): string | undefined => {
  const bare = text
    .trim()
    .replace(/^.*<([^<>]+)>$/, '$1')
    .replace(/^mailto:/i, '')
    .replace(/[.,;]$/, '')
  const at = bare.lastIndexOf('@')
  if (at < 1 || at > 64) return undefined
  const domain = bare.slice(at + 1).toLowerCase()
  return mailbox.test(bare.slice(0, at)) && domainName.test(domain)
    ? `${bare.slice(0, at)}@${domain}`
    : undefined
}

export type WebAddress = { url: string; domain: string }

const webAddress = /^(?:(https?):\/\/|\/\/)?([^\s/?#@:]+)(:\d{1,5})?([/?#][^\s]*)?$/i

/** A web address as it is kept, with "https://" where none is written, and its domain without "www."; or undefined. */
export const readUrl = (text: string): WebAddress | undefined => {
  const found = webAddress.exec(text.trim())
  const host = (found?.[2] ?? '').toLowerCase().replace(/\.$/, '')
  if (found === null || !domainName.test(host)) return undefined
  const scheme = (found[1] ?? 'https').toLowerCase()
  const path = found[4] === '/' ? '' : (found[4] ?? '')
  return { url: `${scheme}://${host}${found[3] ?? ''}${path}`, domain: host.replace(/^www\./, '') }
}

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { icalFeed, type FeedEvent } from './ical.ts'

/** A reader of its own, written from the RFC and not from the writer: bytes in, components out. */
const read = (text: string) => {
  const bytes = Buffer.from(text, 'utf8')
  expect(bytes.at(-2)).toBe(13)
  expect(bytes.at(-1)).toBe(10)
  const physical: Buffer[] = []
  let start = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 10) expect(bytes[at - 1], 'a line feed without its carriage return').toBe(13)
    if (bytes[at] !== 13) continue
    expect(bytes[at + 1], 'a carriage return without its line feed').toBe(10)
    physical.push(bytes.subarray(start, at))
    start = at + 2
  }
  const logical: string[] = []
  for (const line of physical) {
    expect(line.length).toBeLessThanOrEqual(75)
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(line)
    if (decoded.startsWith(' ')) logical[logical.length - 1] += decoded.slice(1)
    else logical.push(decoded)
  }
  const stack: string[] = []
  const calendar: Record<string, string> = {}
  const events: Record<string, string>[] = []
  for (const line of logical) {
    const [, name, params, value] = /^([A-Z-]+)((?:;[A-Z-]+=[^:;,]+)*):(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) throw new Error(`not a content line: ${line}`)
    if (name === 'BEGIN') {
      stack.push(value)
      if (value === 'VEVENT') events.push({})
    } else if (name === 'END') expect(stack.pop()).toBe(value)
    else {
      const into = stack.at(-1) === 'VEVENT' ? events.at(-1)! : calendar
      expect(into[name], `${name} twice`).toBeUndefined()
      into[name] = unescaped(name, value)
      expect(params === '' || name === 'REFRESH-INTERVAL').toBe(true)
    }
  }
  expect(stack).toEqual([])
  return { calendar, events }
}
const texts = new Set(['SUMMARY', 'DESCRIPTION', 'LOCATION', 'UID', 'NAME', 'X-WR-CALNAME'])
const unescaped = (name: string, value: string): string => {
  if (!texts.has(name)) return value
  let found = ''
  for (let at = 0; at < value.length; at++) {
    const character = value[at]!
    if (character === ';' || character === ',') throw new Error(`${character} stands bare in ${name}`)
    if (character !== '\\') found += character
    else {
      const next = value[++at]
      if (next === 'n' || next === 'N') found += '\n'
      else if (next === '\\' || next === ';' || next === ',') found += next
      else throw new Error(`no such escape: \\${next}`)
    }
  }
  return found
}

const event: FeedEvent = {
  uid: '0191-7@common-table',
  stamp: '2025-11-01T08:00:00.000Z',
  start: '2025-11-17T21:30:00.000Z',
  end: '2025-11-17T22:15:00.000Z',
  summary: 'Check-in: Lesen, Schreiben; Rechnen',
  description: 'Brief:\nhttps://district.example/check-ins/1',
  location: 'Room 4, Lincoln',
  url: 'https://district.example/check-ins/1',
  sequence: 2,
  cancelled: false,
}

/** What the writer must keep: everything but the characters the format forbids, line ends as one. */
const kept = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex -- the characters the format forbids
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
const anyText = fc.string({ unit: 'binary', maxLength: 300 })

describe('a calendar feed', () => {
  it('says in UTC when, how often it changed, and what was called off', () => {
    const { calendar, events } = read(icalFeed('Daniel', [event, { ...event, cancelled: true }]))
    expect(calendar).toMatchObject({ VERSION: '2.0', METHOD: 'PUBLISH', NAME: 'Daniel' })
    expect(calendar.PRODID).toBeDefined()
    expect(events).toHaveLength(2)
    expect(events[0]).toEqual({
      UID: event.uid,
      DTSTAMP: '20251101T080000Z',
      'LAST-MODIFIED': '20251101T080000Z',
      SEQUENCE: '2',
      DTSTART: '20251117T213000Z',
      DTEND: '20251117T221500Z',
      SUMMARY: event.summary,
      DESCRIPTION: event.description,
      LOCATION: event.location,
      URL: event.url,
      STATUS: 'CONFIRMED',
      TRANSP: 'OPAQUE',
    })
    expect(events[1]!.STATUS).toBe('CANCELLED')
  })
  it('reads back as it was written, whatever people type, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (summary, description, name) => {
        const { calendar, events } = read(icalFeed(name, [{ ...event, summary, description }]))
        expect(calendar.NAME).toBe(kept(name))
        expect(events[0]!.SUMMARY).toBe(kept(summary))
        expect(events[0]!.DESCRIPTION ?? '').toBe(kept(description))
      }),
    )
  })
  it('folds long words of four octets without cutting one', () => {
    const long = '🌻'.repeat(60)
    expect(read(icalFeed('x', [{ ...event, summary: long }])).events[0]!.SUMMARY).toBe(long)
  })
})

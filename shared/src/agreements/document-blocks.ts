import { cadenceTerms } from '../obligations/vocabulary.ts'
import { changeReasons } from '../vocabulary/reasons.ts'
import type { Side } from '../vocabulary/sides.ts'
import { nameOf } from '../vocabulary/terms.ts'
import { sharingBases } from './data-sharing.ts'
import type { Block, DocumentContent, SignedLine } from './document.ts'
import { writtenDay } from '../calendar/written-day.ts'
import { documentWord, writtenInstant, writtenMoney, type DocumentWord } from './document-words.ts'
import { sectionGroups } from './section-terms.ts'
import { agreementTypes } from './vocabulary.ts'

type Write = (word: DocumentWord, facts?: Readonly<Record<string, string | number>>) => string

const promise = (
  content: DocumentContent,
  say: Write,
  one: DocumentContent['obligations'][number],
): string => {
  const day = one.firstDueOn && writtenDay(one.firstDueOn, content.language)
  const when =
    one.cadence === 'once'
      ? day && say('by', { day })
      : [nameOf(cadenceTerms, one.cadence, content.language).toLowerCase(), day && say('first', { day })]
          .filter(Boolean)
          .join(', ')
  const shown = one.evidence && say('shownBy', { evidence: one.evidence })
  return [one.what, ...[when, shown].filter(Boolean)].join(' — ')
}

const promises = (content: DocumentContent, say: Write, side: Side): Block[] => {
  const own = content.obligations.filter((one) => one.side === side)
  return own.length === 0
    ? []
    : [
        { kind: 'subheading', text: say(side === 'district' ? 'districtWill' : 'partnerWill') },
        { kind: 'list', items: own.map((one) => promise(content, say, one)) },
      ]
}

const sections = (content: DocumentContent): Block[] =>
  sectionGroups.flatMap(({ code, ...group }): Block[] => {
    const own = content.sections.filter((section) => section.group === code)
    return own.length === 0
      ? []
      : [
          { kind: 'heading', text: group[content.language] },
          ...own.flatMap(({ title, body }): Block[] => [
            { kind: 'subheading', text: title },
            ...body
              .split(/\n+/)
              .filter((text) => /\S/.test(text))
              .map((text): Block => ({ kind: 'paragraph', text: text.trim() })),
          ]),
        ]
  })

const data = ({ dataSharing: terms, language }: DocumentContent, say: Write): Block[] => {
  if (!terms) return []
  const facts: [string, string][] = [
    [say('basis'), nameOf(sharingBases, terms.basis, language)],
    [say('dataPurpose'), terms.purpose],
    [say('dataScope'), terms.scope],
    [say('elements'), terms.elements.join('; ')],
    [say('roles'), terms.roles.join('; ')],
    [say('redisclosure'), terms.redisclosure],
    [say('destroyBy'), terms.destroyBy ? writtenDay(terms.destroyBy, language) : ''],
  ]
  return [
    { kind: 'heading', text: say('data') },
    { kind: 'facts', facts: facts.filter(([, value]) => value !== '') },
  ]
}

const head = (content: DocumentContent, say: Write): Block[] => {
  const { amends, startsOn, endsOn, language } = content
  const facts: [string, string][] = [
    [say('district'), content.districtName],
    [say('partner'), content.partnerName],
    [say('partnership'), content.partnershipName],
    ...(startsOn && endsOn
      ? [
          [
            say('period'),
            say('through', { from: writtenDay(startsOn, language), to: writtenDay(endsOn, language) }),
          ] as [string, string],
        ]
      : []),
    ...(content.amountCents === null
      ? []
      : [[say('amount'), writtenMoney(content.amountCents)] as [string, string]]),
    ...(amends
      ? ([
          [say('amends'), amends.title],
          [say('amendReason'), [nameOf(changeReasons, amends.reason, language), amends.note].join(': ')],
          [say('amendsHash'), amends.sha256],
        ] as [string, string][])
      : []),
  ]
  return [
    { kind: 'title', text: content.title },
    { kind: 'note', text: nameOf(agreementTypes, content.type, language) },
    { kind: 'facts', facts },
    ...(content.renews
      ? [
          {
            kind: 'paragraph',
            text: say('renews', { months: content.termMonths, days: content.noticeDays }),
          } as const,
        ]
      : []),
  ]
}

/** The whole document in reading order, without its signature page. */
export const documentBlocks = (content: DocumentContent): Block[] => {
  const say: Write = (word, facts) => documentWord(word, content.language, facts)
  return [
    ...head(content, say),
    { kind: 'heading', text: say('vision') },
    { kind: 'paragraph', text: content.visionStatement },
    { kind: 'note', text: say('visionNote', { number: content.visionNumber }) },
    ...sections(content),
    { kind: 'heading', text: say('promises') },
    ...promises(content, say, 'district'),
    ...promises(content, say, 'partner'),
    ...data(content, say),
    { kind: 'heading', text: say('schools') },
    content.schools.length > 0
      ? { kind: 'list', items: content.schools }
      : { kind: 'paragraph', text: say('wholeDistrict') },
  ]
}

/** The signature page: who typed which name, when, what they agreed to, and the fingerprint of what they signed. */
export const signatureBlocks = (
  { language }: DocumentContent,
  sha256: string,
  signatures: readonly SignedLine[],
): Block[] => {
  const say: Write = (word, facts) => documentWord(word, language, facts)
  return [
    { kind: 'heading', text: say('signatures') },
    { kind: 'paragraph', text: say('exact') },
    { kind: 'facts', facts: [['SHA-256', sha256]] },
    ...signatures.flatMap((signature): Block[] => [
      { kind: 'subheading', text: `${say('signedFor')} ${signature.organization}` },
      {
        kind: 'facts',
        facts: [
          [say('name'), signature.name],
          ...(signature.title === '' ? [] : [[say('function'), signature.title] as const]),
          [say('time'), writtenInstant(signature.at, language)],
          [say('consent'), signature.consent],
        ],
      },
    ]),
    { kind: 'note', text: say('verify') },
  ]
}

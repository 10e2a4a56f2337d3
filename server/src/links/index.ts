/** What other features call of this one. */
export { createLink, mailLink, type LinkRequest, type NewLink } from './make-link.ts'
/** `revokeLinks(db, subjectId, purpose)`: all of a record. */
export { endLinksOf as revokeLinks, recipientOf } from './queries.ts'

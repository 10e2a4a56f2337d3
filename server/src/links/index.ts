/** What other features call of this one. */
export { createLink, mailLink, type LinkRequest, type NewLink } from './make-link.ts'
/** `revokeLink(db, linkId)`: whether it was open; `revokeLinks(db, subjectId, purpose)`: all of a record. */
export { endLink as revokeLink, endLinksOf as revokeLinks, recipientOf } from './queries.ts'

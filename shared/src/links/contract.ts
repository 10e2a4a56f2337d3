import { Closed, Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { LinkFilter, LinkItem, LinkToken, OpenedLink } from './schemas.ts'

export const partnerLinksContract = defineContract({
  listLinks: {
    method: 'GET',
    path: '/links',
    access: 'partnerships:write',
    summary: 'Links sent to partners: what for, to whom, when last opened, until when',
    query: LinkFilter,
    response: Page(LinkItem),
  },
  getLink: {
    method: 'GET',
    path: '/links/:linkId',
    access: 'partnerships:write',
    summary: 'One link sent to a partner',
    response: LinkItem,
  },
  revokeLink: {
    method: 'POST',
    path: '/links/:linkId/revocation',
    access: 'partnerships:write',
    summary: 'Make a link stop working at once',
    response: LinkItem,
  },
  sendLinkAgain: {
    method: 'POST',
    path: '/links/:linkId/renewal',
    access: 'partnerships:write',
    summary: 'E-mail a fresh link in place of this one, to the same person; this one stops working',
    response: LinkItem,
  },
  openLink: {
    method: 'POST',
    path: '/link',
    access: { link: 'any' },
    replay: 'never',
    summary: 'Open a link: whose it is, from which district, until when; counts as its last use',
    response: OpenedLink,
  },
  getLinkLogo: {
    method: 'GET',
    path: '/link/logo',
    access: { link: 'any' },
    summary: 'The logo of the district that sent the link',
    download: 'image/*',
  },
  askForNewLink: {
    method: 'POST',
    path: '/link/renewal',
    access: 'public',
    throttle: 'link',
    replay: 'never',
    summary:
      'Ask for a fresh link in place of an expired one; it goes to the same address if that still is the contact’s, and the answer is the same for every token',
    body: Closed({ token: LinkToken }),
  },
})

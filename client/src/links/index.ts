/** What other features use of this one. */
export { linkPagesOf, type LinkPage } from './link-pages.ts'

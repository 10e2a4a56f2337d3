/** Whose eyes a dashboard is looked at with: the reader's own, or somebody else's. In the address as `?as=`. */
export const views = ['own', 'board', 'partner', 'public'] as const
export type View = (typeof views)[number]

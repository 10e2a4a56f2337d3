/** The code of the student group of everyone; the groups of every dimension add up to it. */
export const EVERYONE = 'all'

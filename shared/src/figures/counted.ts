/**
 * The simplest rule: records that meet a condition are counted, or what they state is added up. Nothing is estimated and
 * nothing weighted. The condition stands in the definition of the figure.
 */
export const RULE_VERSION = 1

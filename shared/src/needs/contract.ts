import { Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { NeedRule, NeedRuleChange, NeedRules, NewNeedRule } from './rule-schemas.ts'
import { KeptNeed, Need, NeedChange, NeedListed, NeedQuery, NeedStep, NewNeed } from './schemas.ts'
import { SuggestionDecision, SuggestionRun, SuggestionsDecided } from './suggestion-schemas.ts'

export const needsContract = defineContract({
  listNeeds: {
    method: 'GET',
    path: '/needs',
    access: 'needs:read',
    summary: 'Needs of schools, filtered, sorted and paged; suggested ones with the figures that led to them',
    query: NeedQuery,
    response: Page(NeedListed),
  },
  recordNeed: {
    method: 'POST',
    path: '/needs',
    access: 'needs:write',
    summary: 'Record a need of a school; counts of students, never names',
    body: NewNeed,
    response: KeptNeed,
  },
  getNeed: {
    method: 'GET',
    path: '/needs/:needId',
    access: 'needs:read',
    summary: 'One need with what it rests on and where it stands',
    response: Need,
  },
  changeNeed: {
    method: 'PATCH',
    path: '/needs/:needId',
    access: 'needs:write',
    summary: 'Change what a need says while it is open',
    body: NeedChange,
    response: KeptNeed,
    ifMatch: true,
  },
  moveNeed: {
    method: 'POST',
    path: '/needs/:needId/status',
    access: 'needs:write',
    summary: 'Accept, begin, meet, dismiss, withdraw or reopen a need, with the reason the school is owed',
    body: NeedStep,
    response: Need,
    ifMatch: true,
  },
  suggestNeeds: {
    method: 'POST',
    path: '/needs/suggestions',
    access: 'needs:write',
    summary: 'Hold the latest figures of every school against the rules and suggest needs; repeatable',
    response: SuggestionRun,
  },
  decideSuggestions: {
    method: 'POST',
    path: '/needs/suggestions/decisions',
    access: 'needs:write',
    summary: 'Accept or dismiss suggested needs, one or many; a dismissal says why',
    body: SuggestionDecision,
    response: SuggestionsDecided,
  },
  listNeedRules: {
    method: 'GET',
    path: '/need-rules',
    access: 'needs:read',
    summary: 'The rules by which figures suggest needs',
    response: NeedRules,
  },
  addNeedRule: {
    method: 'POST',
    path: '/need-rules',
    access: 'metrics:write',
    summary: 'Add a rule by which a metric suggests a need',
    body: NewNeedRule,
    response: NeedRule,
  },
  changeNeedRule: {
    method: 'PATCH',
    path: '/need-rules/:ruleId',
    access: 'metrics:write',
    summary: 'Move the line of a rule, or switch it off and on',
    body: NeedRuleChange,
    response: NeedRule,
    ifMatch: true,
  },
})

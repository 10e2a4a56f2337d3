import * as Type from 'typebox'
import { Closed, Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { Letter, LetterChange, LetterFilter, NewLetter } from './schemas.ts'

export const lettersContract = defineContract({
  listLetters: {
    method: 'GET',
    path: '/letters',
    access: 'letters:write',
    summary: 'Letters, newest first: drafts and what went out',
    query: LetterFilter,
    response: Page(Letter),
  },
  composeLetter: {
    method: 'POST',
    path: '/letters',
    access: 'letters:write',
    summary: 'Begin a letter from a template, filled with what the records know; what they lack stays marked',
    body: NewLetter,
    response: Letter,
  },
  removeLetter: {
    method: 'DELETE',
    path: '/letters/:letterId',
    access: 'letters:write',
    summary: 'Remove a draft; what went out stays',
    ifMatch: true,
  },
  downloadLetter: {
    method: 'GET',
    path: '/letters/:letterId/pdf',
    access: 'letters:write',
    summary: 'A letter as a PDF; refused while a field is missing',
    download: 'application/pdf',
  },
  getLetter: {
    method: 'GET',
    path: '/letters/:letterId',
    access: 'letters:write',
    summary: 'A letter as it stands, with the fields it still waits for',
    response: Letter,
  },
  changeLetter: {
    method: 'PATCH',
    path: '/letters/:letterId',
    access: 'letters:write',
    summary: 'Edit a draft, say who reads it, or fill what is missing',
    body: LetterChange,
    response: Letter,
    ifMatch: true,
  },
  sendLetter: {
    method: 'POST',
    path: '/letters/:letterId/sending',
    access: 'letters:write',
    summary: 'E-mail a letter, or note that it went out on paper; refused while a field is missing',
    body: Closed({ how: Type.Enum(['email', 'paper']) }),
    response: Letter,
    ifMatch: true,
  },
})

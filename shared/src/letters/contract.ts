import * as Type from 'typebox'
import { Closed } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { Letter, LetterChange } from './schemas.ts'

export const lettersContract = defineContract({
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

import { Closed, Page, Line, Prose } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import * as Type from 'typebox'
import * as schemas from './schemas.ts'

const [read, write, publish] = ['stories:read', 'stories:write', 'stories:publish'] as const

/** Bright spots, from the first draft to the public page and back (domain B1, D20, E15). */
export const storiesContract = defineContract({
  listStories: {
    method: 'GET',
    path: '/stories',
    access: read,
    summary: 'Stories, newest first, by how far they are, partner, school, kind of help and evidence',
    query: schemas.StoryQuery,
    response: Page(schemas.StoryListed),
  },
  writeStory: {
    method: 'POST',
    path: '/stories',
    access: write,
    summary: 'Begin a story as a draft',
    body: schemas.NewStory,
    response: schemas.Story,
  },
  getStory: {
    method: 'GET',
    path: '/stories/:storyId',
    access: read,
    summary: 'A story with who agreed to it',
    response: schemas.Story,
  },
  changeStory: {
    method: 'PATCH',
    path: '/stories/:storyId',
    access: write,
    summary: 'Change a draft; whoever agreed to other words or another photo is asked again',
    body: schemas.StoryChange,
    response: schemas.Story,
    ifMatch: true,
  },
  removeStory: {
    method: 'DELETE',
    path: '/stories/:storyId',
    access: write,
    summary: 'Remove a story that is not published',
    ifMatch: true,
  },
  putPhoto: {
    method: 'POST',
    path: '/stories/:storyId/photo',
    access: write,
    summary:
      'Give a draft a photo: JPEG or PNG up to 5 MB. Where, when and with what it was taken is removed; what cannot be cleaned is refused',
    query: Closed({ alt: Line(300), altEs: Type.Optional(Prose(300)) }),
    response: schemas.Story,
    upload: { documentMegabytes: 5 },
  },
  removePhoto: {
    method: 'DELETE',
    path: '/stories/:storyId/photo',
    access: write,
    summary: 'Take the photo out of a draft',
    response: schemas.Story,
  },
  getPhoto: {
    method: 'GET',
    path: '/stories/:storyId/photo',
    access: read,
    summary: 'The photo of a story',
    download: 'image/*',
  },
  askConsent: {
    method: 'POST',
    path: '/stories/:storyId/consents',
    access: write,
    summary: 'Ask somebody to agree to a draft by e-mailed link, or write down what they signed or said',
    body: schemas.NewConsent,
    response: schemas.Story,
  },
  answerConsent: {
    method: 'POST',
    path: '/story-consents/:consentId/answer',
    access: write,
    summary:
      'Write down that somebody agreed, did not, or withdrew; a story without consent is taken down at once',
    body: schemas.ConsentAnswer,
    response: schemas.Story,
  },
  removeConsent: {
    method: 'DELETE',
    path: '/story-consents/:consentId',
    access: write,
    summary: 'Take out a question that was asked by mistake and nobody has answered',
    response: schemas.Story,
  },
  moveStory: {
    method: 'POST',
    path: '/stories/:storyId/step',
    access: write,
    summary: 'Send a draft on to consent and review, or a story back to the draft',
    body: schemas.StoryStep,
    response: schemas.Story,
    ifMatch: true,
  },
  publishStory: {
    method: 'POST',
    path: '/stories/:storyId/publication',
    access: publish,
    summary: 'Publish a reviewed story; refused while it speaks of causes without a comparison',
    response: schemas.Story,
    ifMatch: true,
  },
  takeStoryBack: {
    method: 'POST',
    path: '/stories/:storyId/taking-back',
    access: write,
    summary: 'No longer show a published story',
    body: schemas.TakeBack,
    response: schemas.Story,
    ifMatch: true,
  },
  readStoryByLink: {
    method: 'GET',
    path: '/link/story-consent',
    access: { link: 'story-consent' },
    summary: 'The story a person is asked about, with what they said so far',
    response: schemas.AskedStory,
  },
  getStoryPhotoByLink: {
    method: 'GET',
    path: '/link/story-consent/photo',
    access: { link: 'story-consent' },
    summary: 'The photo a person is asked about',
    download: 'image/*',
  },
  answerStoryByLink: {
    method: 'POST',
    path: '/link/story-consent/answer',
    access: { link: 'story-consent' },
    summary: 'Agree, disagree, or withdraw; withdrawing takes the story down at once',
    body: schemas.AnswerToStory,
    response: schemas.AskedStory,
  },
})

-- A bright spot told by a partnership (domain B1, D20, E15): where it happened, who helped, what was missing, what became
-- of it. It goes draft, consent, review, published, and can be taken back. Its words change as a draft only, so that
-- nobody agreed to other words than those that are shown.
create table stories (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  status text not null default 'draft' check (status in ('draft', 'consent', 'review', 'published', 'taken_back')),
  title text not null check (title ~ '\S' and length(title) <= 140),
  title_es text not null default '' check (length(title_es) <= 140),
  summary text not null default '' check (length(summary) <= 300),
  summary_es text not null default '' check (length(summary_es) <= 300),
  body text not null default '' check (length(body) <= 6000),
  body_es text not null default '' check (length(body_es) <= 6000),
  need text not null default '' check (length(need) <= 500),
  need_es text not null default '' check (length(need_es) <= 500),
  setting text check (setting in ('in_school', 'before_school', 'after_school', 'weekend', 'summer', 'community_site', 'virtual')),
  organization_id uuid not null,
  school_id uuid,
  category_id uuid,
  quote text not null default '' check (length(quote) <= 600),
  quote_es text not null default '' check (length(quote_es) <= 600),
  quote_by text not null default '' check (length(quote_by) <= 120),
  quote_by_es text not null default '' check (length(quote_by_es) <= 120),
  photo_file_id uuid,
  photo_alt text not null default '' check (length(photo_alt) <= 300),
  photo_alt_es text not null default '' check (length(photo_alt_es) <= 300),
  photo_width integer check (photo_width > 0),
  photo_height integer check (photo_height > 0),
  -- Whether people can be recognised in the photo: then each of them, or a parent, is asked.
  photo_of_people boolean not null default true,
  evidence text not null default 'participation_only' check (evidence in ('participation_only', 'pre_post', 'comparison_group', 'external_study')),
  evidence_source text not null default '' check (length(evidence_source) <= 400),
  link text not null default '' check (link = '' or link ~ '^https?://'),
  -- The end of the public address; given when the story is first published, and kept.
  slug text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  author_user_id uuid,
  author_name text not null default '',
  note text not null default '' check (length(note) <= 1000),
  taken_back_because text check (taken_back_because in ('consent', 'correction', 'partner', 'other')),
  published_at timestamptz,
  published_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, slug),
  check (photo_file_id is null or photo_alt ~ '\S'),
  check (status <> 'published' or (slug is not null and published_at is not null)),
  check ((status = 'taken_back') = (taken_back_because is not null)),
  foreign key (district_id, organization_id) references organizations (district_id, id),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, category_id) references categories (district_id, id),
  foreign key (district_id, photo_file_id) references files (district_id, id),
  foreign key (district_id, author_user_id) references users (district_id, id)
);
create index stories_by_status on stories (district_id, status, id desc);
create index stories_by_organization on stories (district_id, organization_id);
create index stories_by_school on stories (district_id, school_id) where school_id is not null;
call tenant_table('stories');

-- Somebody whose words or picture a story shows, and what they said to it: who, how, until when. A child is spoken for by
-- a parent or guardian.
create table story_consents (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  story_id uuid not null,
  name text not null check (name ~ '\S' and length(name) <= 120),
  relation text not null check (relation in ('self', 'guardian', 'organization')),
  email text not null default '' check (email = '' or email ~ '^\S+@\S+$'),
  locale text not null default 'en' check (locale in ('en', 'es')),
  covers text[] not null check (covers <@ '{quote,photo}' and cardinality(covers) between 1 and 2),
  how text not null check (how in ('link', 'paper', 'email', 'spoken')),
  status text not null default 'asked' check (status in ('asked', 'given', 'declined', 'withdrawn', 'outdated')),
  valid_until date,
  answered_at timestamptz,
  -- Who said it, as typed or as written down.
  answered_by_name text not null default '' check (length(answered_by_name) <= 120),
  -- The words as they were when the person agreed.
  agreed_quote text not null default '',
  note text not null default '' check (length(note) <= 500),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check (status in ('asked', 'outdated') or answered_at is not null),
  foreign key (district_id, story_id) references stories (district_id, id) on delete cascade
);
create index story_consents_by_story on story_consents (district_id, story_id);
call tenant_table('story_consents');

-- Whether every consent a story needs holds on a day: for words and for a photo of people somebody has agreed, and nobody
-- who is asked about the same has not. The rule is shared/src/stories/consent.ts; a test holds this function to it.
create function story_consent_holds(story stories, on_day date) returns boolean
  language sql stable as $$
  select coalesce(bool_and(c.agreed > 0 and c.open = 0), true)
  from unnest(array_remove(array[case when story.quote <> '' then 'quote' end,
      case when story.photo_file_id is not null and story.photo_of_people then 'photo' end], null)) part
    cross join lateral (
      select count(*) filter (where x.status = 'given' and coalesce(x.valid_until >= on_day, true)) as agreed,
        count(*) filter (where not (x.status = 'given' and coalesce(x.valid_until >= on_day, true))) as open
      from story_consents x where x.district_id = story.district_id and x.story_id = story.id
        and x.status <> 'outdated' and part = any (x.covers)) c
$$;

-- The stories anybody may read: published, and every consent holds today. A consent that is withdrawn or runs out takes
-- the story from here in the same moment, whatever its status says.
create view shown_stories with (security_invoker = true) as
  select s.* from stories s join districts d on d.id = s.district_id
  where s.status = 'published' and story_consent_holds(s, (now() at time zone d.time_zone)::date);
grant select on shown_stories to common_table_app;

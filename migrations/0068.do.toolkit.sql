-- The toolkit (domain B2), the coordinator's monthly report that comes by itself, and the need a story answers.

-- Something that helps people do the work: a guide, a template, a form, training, a link, a file. Its words are the
-- district's own. `review_on`: the day somebody should look whether it still holds.
create table resources (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('guide', 'template', 'form', 'training', 'link', 'file')),
  title text not null check (title ~ '\S' and length(title) <= 140),
  summary text not null default '' check (length(summary) <= 500),
  body text not null default '' check (length(body) <= 12000),
  link text not null default '' check (link = '' or link ~ '^https?://'),
  file_id uuid,
  tags text[] not null default '{}' check (cardinality(tags) <= 20),
  category_ids uuid[] not null default '{}' check (cardinality(category_ids) <= 20),
  audiences text[] not null default '{staff}' check (audiences <@ '{staff,partner,family}' and cardinality(audiences) between 1 and 3),
  language text not null default 'en' check (language ~ '^[a-z]{2,3}(-[A-Z]{2})?$'),
  source text not null default '' check (length(source) <= 300),
  review_on date,
  is_public boolean not null default false,
  search_text text generated always as (plain_text(title || ' ' || summary || ' ' || body || ' ' || source)) stored,
  author_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, file_id) references files (district_id, id)
);
create index resources_by_title on resources (district_id, title, id);
call tenant_table('resources', secrets => '{search_text}');

-- A district may have each coordinator's month made and sent by itself, on the first school day after the month's end.
alter table districts add column monthly_reports boolean not null default true;

-- The month of a coordinator that was made by itself: one each, however often the server starts or how many there are.
create table coordinator_months (
  district_id uuid not null references districts,
  user_id uuid not null,
  month date not null check (extract(day from month) = 1),
  report_id uuid,
  told_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (district_id, user_id, month),
  foreign key (district_id, user_id) references users (district_id, id) on delete cascade,
  foreign key (district_id, report_id) references reports (district_id, id) on delete set null (report_id)
);
create index coordinator_months_by_report on coordinator_months (district_id, report_id) where report_id is not null;
call tenant_table('coordinator_months', audited => false);

-- The need a story answers.
alter table stories add column need_id uuid;
alter table stories add foreign key (district_id, need_id) references needs (district_id, id) on delete set null (need_id);
create index stories_by_need on stories (district_id, need_id) where need_id is not null;

-- Stories that wait for review are a row of the Today page.
call marks_documents('stories', 'today_stories');

-- What an organisation and the district (or some of its schools) do together, from first contact to the end.
create table partnerships (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  name text not null check (name ~ '\S' and length(name) <= 200),
  stage text not null default 'exploring' check (stage in ('exploring', 'forming', 'active', 'expanding', 'renewing', 'paused', 'ended')),
  stage_since date not null default current_date,
  scope text not null default 'one_school' check (scope in ('district', 'several_schools', 'one_school')),
  formality text not null default 'informal' check (formality in ('formal', 'informal')),
  intensity text not null default 'low' check (intensity in ('low', 'medium', 'high')),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  summary text not null default '',
  mutual_benefit text not null default '',
  lead_user_id uuid,
  partner_lead_id uuid,
  students_reached integer check (students_reached >= 0),
  last_contact_on date,
  school_count integer not null default 0,
  category_codes text[] not null default '{}',
  priority_count integer not null default 0,
  source text not null default '',
  external_key text,
  search_text text generated always as (plain_text(name)) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, external_key),
  foreign key (district_id, organization_id) references organizations (district_id, id),
  foreign key (district_id, lead_user_id) references users (district_id, id),
  foreign key (district_id, partner_lead_id) references contacts (district_id, id)
);
create index partnerships_by_school_count on partnerships (district_id, school_count, id);
create index partnerships_by_reach on partnerships (district_id, coalesce(students_reached, 0), id);
create index partnerships_by_end on partnerships (district_id, coalesce(ends_on, 'infinity'::date), id);
create index partnerships_by_contact on partnerships (district_id, coalesce(last_contact_on, '-infinity'::date), id);
create index partnerships_by_lead on partnerships (district_id, lead_user_id, name, id);
create index partnerships_by_stage on partnerships (district_id, stage, name, id);
create index partnerships_by_name on partnerships (district_id, name, id);
create index partnerships_by_organization on partnerships (district_id, organization_id);
create index partnerships_search on partnerships using gin (search_text gin_trgm_ops);
call tenant_table('partnerships');

-- The schools a partnership works in.
create table partnership_schools (
  district_id uuid not null,
  partnership_id uuid not null,
  school_id uuid not null,
  primary key (district_id, partnership_id, school_id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id)
);
create index partnership_schools_by_school on partnership_schools (district_id, school_id);
call tenant_table('partnership_schools');

-- The services a partnership delivers.
create table partnership_services (
  district_id uuid not null,
  partnership_id uuid not null,
  service_id uuid not null,
  primary key (district_id, partnership_id, service_id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, service_id) references services (district_id, id) on delete cascade
);
create index partnership_services_by_service on partnership_services (district_id, service_id);
call tenant_table('partnership_services');

-- What the partnership is about.
create table partnership_categories (
  district_id uuid not null,
  partnership_id uuid not null,
  category_id uuid not null,
  primary key (district_id, partnership_id, category_id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, category_id) references categories (district_id, id)
);
call tenant_table('partnership_categories');

-- The district priorities a partnership serves (A1): an unaligned one is a question to ask.
create table partnership_priorities (
  district_id uuid not null,
  partnership_id uuid not null,
  priority_id uuid not null,
  primary key (district_id, partnership_id, priority_id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, priority_id) references priorities (district_id, id)
);
call tenant_table('partnership_priorities');

-- What happened, in order: notes, calls, meetings, stage changes with their reason.
create table partnership_events (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  partnership_id uuid not null,
  kind text not null check (kind in ('created', 'stage', 'note', 'call', 'email', 'meeting', 'visit', 'schools')),
  happened_on date not null default current_date,
  body text not null default '',
  from_stage text,
  to_stage text,
  reason text,
  author_id uuid,
  author_name text not null default '',
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade
);
create index partnership_events_by_partnership on partnership_events (district_id, partnership_id, id desc);
call tenant_table('partnership_events');

-- Keeps school_count in the same transaction as the link; lists read it without counting.
create function keep_partnership_school_count() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update partnerships p set school_count = p.school_count + c.links
      from (select district_id, partnership_id, count(*)::integer as links from changed group by 1, 2) c
      where p.district_id = c.district_id and p.id = c.partnership_id;
  else
    update partnerships p set school_count = p.school_count - c.links
      from (select district_id, partnership_id, count(*)::integer as links from changed group by 1, 2) c
      where p.district_id = c.district_id and p.id = c.partnership_id;
  end if;
  return null;
end $$;
create trigger partnership_schools_added after insert on partnership_schools
  referencing new table as changed for each statement execute function keep_partnership_school_count();
create trigger partnership_schools_removed after delete on partnership_schools
  referencing old table as changed for each statement execute function keep_partnership_school_count();

-- Keeps what a partnership is about, and how many priorities it serves, beside it: lists and boards read one row.
create function keep_partnership_labels() returns trigger
  language plpgsql as $$
begin
  update partnerships p set
      category_codes = coalesce((select array_agg(c.code order by c.position, c.code)
        from partnership_categories pc join categories c using (district_id)
        where pc.district_id = p.district_id and pc.partnership_id = p.id and c.id = pc.category_id), '{}'),
      priority_count = (select count(*) from partnership_priorities pp
        where pp.district_id = p.district_id and pp.partnership_id = p.id)
    from (select distinct district_id, partnership_id from changed) t
    where p.district_id = t.district_id and p.id = t.partnership_id;
  return null;
end $$;
create trigger partnership_categories_added after insert on partnership_categories
  referencing new table as changed for each statement execute function keep_partnership_labels();
create trigger partnership_categories_removed after delete on partnership_categories
  referencing old table as changed for each statement execute function keep_partnership_labels();
create trigger partnership_priorities_added after insert on partnership_priorities
  referencing new table as changed for each statement execute function keep_partnership_labels();
create trigger partnership_priorities_removed after delete on partnership_priorities
  referencing old table as changed for each statement execute function keep_partnership_labels();

-- The last contact moves forward with every note, call, meeting, e-mail or visit.
create function keep_last_contact() returns trigger
  language plpgsql as $$
begin
  update partnerships p set last_contact_on = c.latest
    from (select district_id, partnership_id, max(happened_on) as latest from changed
          where kind in ('note', 'call', 'email', 'meeting', 'visit') group by 1, 2) c
    where p.district_id = c.district_id and p.id = c.partnership_id
      and (p.last_contact_on is null or p.last_contact_on < c.latest);
  return null;
end $$;
create trigger partnership_events_added after insert on partnership_events
  referencing new table as changed for each statement execute function keep_last_contact();

-- Partnerships whose name, or whose organisation's name, is like what was typed. As the owner, because trigram
-- operators cannot use their index behind row-level security; the district is held inside.
create function find_partnerships(typed text) returns table (id uuid)
  language sql stable security definer set search_path = public set pg_trgm.word_similarity_threshold = 0.4
  begin atomic
    select p.id from partnerships p
      where p.district_id = app_district() and plain_text(typed) <% p.search_text
    union
    select p.id from organizations o join partnerships p on p.district_id = o.district_id and p.organization_id = o.id
      where o.district_id = app_district() and plain_text(typed) <% o.search_text;
  end;
revoke execute on function find_partnerships from public;
grant execute on function find_partnerships to common_table_app;

-- A person who signs in. Partners act through links and need no account.
create table users (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  email text not null check (email = lower(email) and length(email) <= 254),
  name text not null check (name ~ '\S' and length(name) <= 120),
  title text check (length(title) <= 120),
  role text not null check (role in ('admin', 'director', 'coordinator', 'school', 'analyst', 'steward', 'viewer', 'partner')),
  status text not null default 'invited' check (status in ('invited', 'active', 'deactivated')),
  password_hash text,
  failed_sign_ins smallint not null default 0,
  locked_until timestamptz,
  locale text not null default 'en' check (locale in ('en', 'es')),
  theme text not null default 'system' check (theme in ('light', 'dark', 'system')),
  preferences jsonb not null default '{}',
  last_sign_in_at timestamptz,
  second_factor_secret text,
  second_factor_at timestamptz,
  second_factor_step bigint,
  recovery_hashes text[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, email)
);
create index users_by_name on users (district_id, lower(name), id);
call tenant_table('users', secrets => '{password_hash,failed_sign_ins,locked_until,last_sign_in_at,preferences,second_factor_secret,second_factor_step,recovery_hashes}');
-- Signing in is no change of the person, so it must not make an open form stale.
drop trigger next_version on users;
create trigger next_version before update of email, name, title, role, status, locale, theme, preferences on users
  for each row execute function next_version();

-- The schools a principal or front office sees. No rows and role `school`: sees none.
create table user_schools (
  district_id uuid not null,
  user_id uuid not null,
  school_id uuid not null,
  primary key (district_id, user_id, school_id),
  foreign key (district_id, user_id) references users (district_id, id) on delete cascade
);
call tenant_table('user_schools');

-- One signed-in browser. The refresh token rotates; a used one coming back ends the session (reuse detection).
-- `family_hash` stays for the session's life: it tells an old token of this session from a guessed one.
create table sessions (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  user_id uuid not null,
  family_hash text not null,
  refresh_hash text not null,
  previous_hash text,
  device text not null default '',
  address text not null default '',
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  rotated_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_reason text check (ended_reason in ('signed_out', 'everywhere', 'revoked', 'reuse', 'password', 'deactivated', 'role')),
  primary key (district_id, id),
  foreign key (district_id, user_id) references users (district_id, id) on delete cascade
);
create index sessions_by_user on sessions (district_id, user_id, last_used_at desc);
call tenant_table('sessions', audited => false);

-- A link sent by e-mail: an invitation or a password reset. Used once, kept as a hash.
create table user_links (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  user_id uuid not null,
  purpose text not null check (purpose in ('invitation', 'reset')),
  token_hash text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, token_hash),
  foreign key (district_id, user_id) references users (district_id, id) on delete cascade
);
call tenant_table('user_links', secrets => '{token_hash}');

-- Which district an e-mail address belongs to, before anyone is signed in. Holds a hash and two ids, nothing else.
create table sign_in_lookup (
  district_id uuid not null references districts,
  user_id uuid not null,
  email_hash text not null,
  primary key (district_id, user_id)
);
create index sign_in_lookup_by_email on sign_in_lookup (email_hash);
alter table sign_in_lookup enable row level security;
alter table sign_in_lookup force row level security;
create policy before_sign_in on sign_in_lookup for select to common_table_app using (true);
create policy own_district on sign_in_lookup to common_table_app using (district_id = app_district()) with check (district_id = app_district());
create policy upkeep on sign_in_lookup to current_user using (true) with check (true);
grant select, insert, update, delete on sign_in_lookup to common_table_app;

create function keep_sign_in_lookup() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from sign_in_lookup where district_id = old.district_id and user_id = old.id;
    return null;
  end if;
  insert into sign_in_lookup (district_id, user_id, email_hash)
  values (new.district_id, new.id, encode(sha256(convert_to(new.email, 'UTF8')), 'hex'))
  on conflict (district_id, user_id) do update set email_hash = excluded.email_hash;
  return null;
end $$;
create trigger keep_sign_in_lookup after insert or update of email or delete on users
  for each row execute function keep_sign_in_lookup();

-- Another system that calls the API by client credentials. Scopes are permissions.
create table api_clients (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  name text not null check (name ~ '\S' and length(name) <= 120),
  secret_hash text not null,
  scopes text[] not null,
  created_by uuid,
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id)
);
call tenant_table('api_clients', secrets => '{secret_hash,last_used_at}');
drop trigger next_version on api_clients;
create trigger next_version before update of name, scopes, revoked_at on api_clients
  for each row execute function next_version();

-- An e-mail on its way. Without SMTP it stays here, and admins read it on the outbox page. The text of a mail whose
-- link is a secret is wiped once it is sent.
create table mails (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  to_address text not null,
  to_name text not null default '',
  kind text not null,
  locale text not null default 'en',
  subject text not null,
  body text not null,
  secret boolean not null default false,
  status text not null default 'queued' check (status in ('queued', 'sent', 'failed', 'kept')),
  attempts smallint not null default 0,
  error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (district_id, id)
);
create index mails_by_status on mails (district_id, status, id desc);
call tenant_table('mails', audited => false);

-- Something a person should know about, shown in the bell. `kind` picks the sentence, `facts` fill it.
create table notifications (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  user_id uuid not null,
  kind text not null,
  facts jsonb not null default '{}',
  link text not null default '/',
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, user_id) references users (district_id, id) on delete cascade
);
create index notifications_by_user on notifications (district_id, user_id, id desc);
create index notifications_unread on notifications (district_id, user_id) where read_at is null;
call tenant_table('notifications', audited => false);

create function tell_notification() returns trigger
  language plpgsql as $$
begin
  perform pg_notify('notifications', new.district_id || ' ' || new.user_id);
  return null;
end $$;
create trigger tell_notification after insert or update on notifications
  for each row execute function tell_notification();

-- Filters, sort and columns of a list, kept under a name. `query` is the page's own query string.
create table saved_views (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  user_id uuid not null,
  page text not null check (page ~ '^[a-z][a-z-]*$'),
  name text not null check (name ~ '\S' and length(name) <= 80),
  query text not null check (length(query) <= 2000),
  position smallint not null default 0,
  shared boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, user_id, page, name),
  foreign key (district_id, user_id) references users (district_id, id) on delete cascade
);
call tenant_table('saved_views');
-- Putting views in order changes none of them.
drop trigger next_version on saved_views;
create trigger next_version before update of name, query, shared on saved_views for each row execute function next_version();

-- Moments before which access tokens of a session, person or client are no longer good. Ids and times only, readable
-- before a district is known, because every replica loads the recent ones when it starts.
create table token_cutoffs (
  district_id uuid not null references districts,
  subject uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (district_id, subject)
);
alter table token_cutoffs enable row level security;
alter table token_cutoffs force row level security;
create policy at_start on token_cutoffs for select to common_table_app using (true);
create policy own_district on token_cutoffs to common_table_app using (district_id = app_district()) with check (district_id = app_district());
create policy upkeep on token_cutoffs to current_user using (true) with check (true);
grant select, insert, update, delete on token_cutoffs to common_table_app;

create function tell_token_cutoff() returns trigger
  language plpgsql as $$
begin
  perform pg_notify('token_cutoffs', new.subject || ' ' || floor(extract(epoch from new.at) * 1000));
  return null;
end $$;
create trigger tell_token_cutoff after insert or update on token_cutoffs
  for each row execute function tell_token_cutoff();

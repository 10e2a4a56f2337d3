-- What a partnership is to the district (domain C10) and who watches over it beside its leads (domain E3). The kind is open
-- until somebody has thought about it.
alter table partnerships
  add column kind text check (kind in ('strategic', 'program', 'transactional', 'donor')),
  add column oversight text not null default '' check (length(oversight) <= 200);

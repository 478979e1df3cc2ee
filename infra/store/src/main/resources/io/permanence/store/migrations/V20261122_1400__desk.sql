-- What the desk and the console need beyond the first schema.

-- The caller asked to be called back.
alter table note add column callback_wanted boolean not null default false;

-- A call that broke with its Asterisk becomes a task too.
alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in
  ('LOST', 'CALLBACK', 'VOICEMAIL', 'UNSAVED_NOTE', 'DROPPED'));
create unique index task_once on task (customer_id, kind, call_id) where call_id is not null;

-- A secretary's presence as colleagues see it, kept so that a restart of the service finds it.
update secretary_state set state = 'SIGNED_OFF' where state in ('SIGNED_OUT', 'UNREACHABLE');
alter table secretary_state drop constraint secretary_state_state_check;
alter table secretary_state add constraint secretary_state_state_check check (state in
  ('PREPARING', 'READY', 'OFFERED', 'TALKING', 'WRAP_UP', 'BREAK', 'PAUSED', 'SIGNED_OFF'));

-- Reading across customers ----------------------------------------------------------------------------

grant create on schema public to permanence_across;
set role permanence_across;

-- Whose call this is, and who answered it: a console names a call, the tenant follows from it.
create function call_home(call uuid)
  returns table (customer_id uuid, answered_by uuid, ended_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.customer_id, c.answered_by, c.ended_at from call c where c.id = call_home.call
$$;

-- The same for a note of this secretary's.
create function note_home(note uuid, secretary uuid) returns table (customer_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select n.customer_id from note n
  where n.id = note_home.note and n.secretary_id = note_home.secretary
$$;

-- Open tasks as the list shows them; a secretary's own and those of her team that nobody owns.
create function tasks_seen(secretary uuid, team uuid)
  returns table (
    customer_id uuid, id uuid, kind text, created_at timestamptz, owner_id uuid, call_id uuid,
    note_id uuid, customer_name text, caller text, caller_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.customer_id, t.id, t.kind, t.created_at, t.owner_id, t.call_id, t.note_id, k.name,
    coalesce(n.caller_number, c.caller), nullif(n.caller_name, '')
  from task t
  join customer k on k.customer_id = t.customer_id
  left join call c on c.customer_id = t.customer_id and c.id = t.call_id
  left join note n on n.customer_id = t.customer_id and n.id = t.note_id
  where t.closed_at is null
    and (t.owner_id = tasks_seen.secretary
      or (t.owner_id is null and t.team_id = tasks_seen.team))
  order by t.created_at limit 200
$$;

-- Calls since an instant for the figures: teams and times, nobody's name or number.
create function desk_calls(since timestamptz)
  returns table (
    team uuid, arrived_at timestamptz, answered_at timestamptz, ended_at timestamptz, outcome text,
    answered_by uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.home_team, c.arrived_at, c.answered_at, c.ended_at, c.outcome, c.answered_by
  from call c join line l on l.customer_id = c.customer_id and l.id = c.line_id
  where c.arrived_at >= since
$$;

-- What each secretary did since an instant.
create function desk_work(since timestamptz)
  returns table (secretary uuid, notes bigint, missed bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select who, sum(notes)::bigint, sum(missed)::bigint from (
    select n.secretary_id as who, 1 as notes, 0 as missed from note n where n.sent_at >= since
    union all
    select cast(e.detail ->> 'secretary' as uuid), 0, 1 from call_event e
    where e.kind = 'missed' and e.at >= since and e.detail ? 'secretary') done
  group by who
$$;

revoke all on function call_home(uuid), note_home(uuid, uuid), tasks_seen(uuid, uuid),
  desk_calls(timestamptz), desk_work(timestamptz) from public;
grant execute on function call_home(uuid), note_home(uuid, uuid), tasks_seen(uuid, uuid),
  desk_calls(timestamptz), desk_work(timestamptz) to permanence_router;
reset role;
revoke create on schema public from permanence_across;

create policy across on call_event for select to permanence_across using (true);
grant select on call_event to permanence_across;
create index call_event_missed on call_event (customer_id, at) where kind = 'missed';

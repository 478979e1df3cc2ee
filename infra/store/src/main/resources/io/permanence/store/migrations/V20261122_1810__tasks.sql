-- A task is taken, tried, put off and closed (B9).

-- Not before then: somebody was not reached and is tried again.
alter table task add column due_at timestamptz;
alter table task add column tries int not null default 0;
-- The last try's id is made by the browser: a retry after a lost answer is the same try.
alter table task add column last_try uuid;
alter table task add column remark text check (length(remark) <= 500);

grant create on schema public to permanence_across;
set role permanence_across;

-- Open tasks of a team and of a secretary; an unsent note is its secretary's alone. Those that are due come first, oldest
-- first; then those put off. Takes the place of tasks_seen, which goes with a later release.
create function tasks_of(secretary uuid, team uuid, at timestamptz)
  returns table (
    customer_id uuid, id uuid, kind text, created_at timestamptz, owner_id uuid, call_id uuid,
    note_id uuid, customer_name text, caller text, caller_name text, owner_name text,
    due_at timestamptz, tries int, remark text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.customer_id, t.id, t.kind, t.created_at, t.owner_id, t.call_id, t.note_id, k.name,
    coalesce(n.caller_number, c.caller), nullif(n.caller_name, ''), s.display_name, t.due_at,
    t.tries, t.remark
  from task t
  join customer k on k.customer_id = t.customer_id
  left join call c on c.customer_id = t.customer_id and c.id = t.call_id
  left join note n on n.customer_id = t.customer_id and n.id = t.note_id
  left join secretary s on s.account_id = t.owner_id
  where t.closed_at is null
    and (t.owner_id = tasks_of.secretary
      or (t.team_id = tasks_of.team and t.kind <> 'UNSAVED_NOTE'))
  order by coalesce(t.due_at > tasks_of.at, false),
    case when t.due_at > tasks_of.at then t.due_at else t.created_at end
  limit 200
$$;

revoke all on function tasks_of(uuid, uuid, timestamptz) from public;
grant execute on function tasks_of(uuid, uuid, timestamptz) to permanence_router;
reset role;
revoke create on schema public from permanence_across;
grant select on secretary to permanence_across;

-- A task names the caller and tells a VIP, as the card of the call does (B9, B2).

create policy across on google_contact for select to permanence_across using (true);
grant select on google_contact, known_caller to permanence_across;

grant create on schema public to permanence_across;
set role permanence_across;

-- The rows of tasks_of with who the caller is in that customer's own contacts and no other's. The name that was written into the
-- note comes first, then the customer's own contact, then the mirrored one. Who calls from one number and leaves another is looked
-- for under both. Of several marks the sterner one counts, as in routing_lines.
create function tasks_shown(secretary uuid, team uuid, at timestamptz)
  returns table (
    customer_id uuid, id uuid, kind text, created_at timestamptz, owner_id uuid, call_id uuid,
    note_id uuid, customer_name text, caller text, caller_name text, owner_name text,
    due_at timestamptz, tries int, remark text, vip boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.customer_id, t.id, t.kind, t.created_at, t.owner_id, t.call_id, t.note_id, t.customer_name,
    t.caller, coalesce(t.caller_name, w.name), t.owner_name, t.due_at, t.tries, t.remark,
    coalesce(w.mark = 'VIP', false)
  from tasks_of(tasks_shown.secretary, tasks_shown.team, tasks_shown.at) with ordinality t
  left join call c on c.customer_id = t.customer_id and c.id = t.call_id
  left join lateral (
    select (array_agg(k.display_name order by k.number = t.caller desc, k.source desc))[1] as name,
      min(k.mark) filter (where k.mark <> 'NONE') as mark
    from known_caller k
    where k.customer_id = t.customer_id and k.number in (t.caller, c.caller)) w on true
  order by t.ordinality
$$;

revoke all on function tasks_shown(uuid, uuid, timestamptz) from public;
grant execute on function tasks_shown(uuid, uuid, timestamptz) to permanence_router;
reset role;
revoke create on schema public from permanence_across;

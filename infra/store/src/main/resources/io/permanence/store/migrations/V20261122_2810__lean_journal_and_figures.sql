-- The day's events are found by their time first: joined the other way round, every reading went through all calls.
grant create on schema public to permanence_across;
set role permanence_across;
create or replace function desk_events(since timestamptz)
  returns table (
    call_id uuid, line_id uuid, team uuid, seq int, kind text, at timestamptz, secretary text)
language sql stable security definer set search_path = public, pg_temp as $$
  with recent as materialized (
    select e.customer_id, e.call_id, e.seq, e.kind, e.at, e.detail ->> 'secretary' as secretary
    from call_event e
    where e.at >= since and e.kind in ('arrived', 'waiting', 'offered', 'answered', 'picked-up',
      'put-through', 'lost', 'ended'))
  select e.call_id, c.line_id, l.home_team, e.seq, e.kind, e.at, e.secretary
  from recent e
  join call c on c.customer_id = e.customer_id and c.id = e.call_id
  join line l on l.customer_id = c.customer_id and l.id = c.line_id
$$;
reset role;
revoke create on schema public from permanence_across;

-- Only the statements that have something to do are executed: a batch has many customers with one or two entries each.
create or replace function write_journal(entries jsonb) returns void language plpgsql
set search_path = public, pg_temp as $$
declare
  owner uuid;
  mine jsonb;
  kinds text[];
begin
  for owner, mine, kinds in
    select (e.entry ->> 'customer')::uuid, jsonb_agg(e.entry order by e.place),
      array_agg(e.entry ->> 'kind')
    from jsonb_array_elements(entries) with ordinality e (entry, place)
    where e.entry ? 'customer'
    group by 1
    order by 1
  loop
    perform set_config('permanence.customer', owner::text, true);

    if 'opened' = any (kinds) then
      insert into call (customer_id, id, line_id, caller, arrived_at, decision, reason,
          reason_arguments, instruction_id, instruction_version, snapshot_at)
        select owner, e.call, e.line, e.caller, e.at, e.decision, e.reason, e.arguments,
          e.instruction, e.version, e.snapshot
        from jsonb_to_recordset(mine) e (kind text, call uuid, line uuid, caller text,
          at timestamptz, decision text, reason text, arguments jsonb, instruction uuid,
          version int, snapshot timestamptz)
        where e.kind = 'opened'
        on conflict do nothing;
    end if;

    if 'happened' = any (kinds) then
      insert into call_event (customer_id, call_id, seq, at, kind, detail)
        select owner, e.call, e.sequence, e.at, e.event, e.detail
        from jsonb_to_recordset(mine) e (kind text, call uuid, sequence int, at timestamptz,
          event text, detail jsonb)
        where e.kind = 'happened'
        on conflict do nothing;
    end if;

    if 'answered' = any (kinds) then
      update call c set answered_at = e.at, answered_by = e.by
        from (
          select distinct on (a.call) a.call, a.at, a.by
          from rows from (jsonb_to_recordset(mine) as (kind text, call uuid, at timestamptz,
              by uuid))
            with ordinality a (kind, call, at, by, place)
          where a.kind = 'answered' order by a.call, a.place) e
        where c.customer_id = owner and c.id = e.call and c.answered_at is null;
    end if;

    if 'closed' = any (kinds) then
      update call c set ended_at = coalesce(c.ended_at, e.first), outcome = e.outcome
        from (
          select distinct on (a.call) a.call, a.outcome,
            first_value(a.at) over (partition by a.call order by a.place) as first
          from rows from (jsonb_to_recordset(mine) as (kind text, call uuid, at timestamptz,
              outcome text))
            with ordinality a (kind, call, at, outcome, place)
          where a.kind = 'closed' order by a.call, a.place desc) e
        where c.customer_id = owner and c.id = e.call;
    end if;
  end loop;
  perform set_config('permanence.customer', '', true);

  insert into unrouted_call (id, at, reason)
    select e.call, e.at, e.reason
    from jsonb_to_recordset(entries) e (kind text, call uuid, at timestamptz, reason text)
    where e.kind = 'unrouted'
    on conflict do nothing;
end
$$;

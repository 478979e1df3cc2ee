-- A call that was lost, or broke with its Asterisk, owes somebody a task (B9, R6): it is made in the transaction that ends the
-- call, so that nothing that dies in between can leave one without the other. As before otherwise.
create or replace function write_journal(entries jsonb) returns void
  language plpgsql set search_path = public, pg_temp as $$
declare
  owner uuid;
  mine jsonb;
begin
  for owner, mine in
    select (e.entry ->> 'customer')::uuid, jsonb_agg(e.entry order by e.place)
    from jsonb_array_elements(entries) with ordinality e (entry, place)
    where e.entry ? 'customer'
    group by 1
    order by 1
  loop
    perform set_config('permanence.customer', owner::text, true);

    insert into call (customer_id, id, line_id, caller, arrived_at, decision, reason,
        reason_arguments, instruction_id, instruction_version, snapshot_at)
      select owner, e.call, e.line, e.caller, e.at, e.decision, e.reason, e.arguments,
        e.instruction, e.version, e.snapshot
      from jsonb_to_recordset(mine) e (kind text, call uuid, line uuid, caller text, at timestamptz,
        decision text, reason text, arguments jsonb, instruction uuid, version int,
        snapshot timestamptz)
      where e.kind = 'opened'
      on conflict do nothing;

    insert into call_event (customer_id, call_id, seq, at, kind, detail)
      select owner, e.call, e.sequence, e.at, e.event, e.detail
      from jsonb_to_recordset(mine) e (kind text, call uuid, sequence int, at timestamptz,
        event text, detail jsonb)
      where e.kind = 'happened'
      on conflict do nothing;

    update call c set answered_at = e.at, answered_by = e.by
      from (
        select distinct on (a.call) a.call, a.at, a.by
        from rows from (jsonb_to_recordset(mine) as (kind text, call uuid, at timestamptz, by uuid))
          with ordinality a (kind, call, at, by, place)
        where a.kind = 'answered' order by a.call, a.place) e
      where c.customer_id = owner and c.id = e.call and c.answered_at is null;

    update call c set ended_at = coalesce(c.ended_at, e.first), outcome = e.outcome
      from (
        select distinct on (a.call) a.call, a.outcome,
          first_value(a.at) over (partition by a.call order by a.place) as first
        from rows from (jsonb_to_recordset(mine) as (kind text, call uuid, at timestamptz,
            outcome text))
          with ordinality a (kind, call, at, outcome, place)
        where a.kind = 'closed' order by a.call, a.place desc) e
      where c.customer_id = owner and c.id = e.call;

    with owed as (
      insert into task (customer_id, id, kind, call_id, team_id, created_at)
        select owner, e.task, e.owed, e.call, e.team, e.at
        from rows from (jsonb_to_recordset(mine) as (kind text, call uuid, at timestamptz, task uuid,
            owed text, team uuid, message uuid))
          with ordinality e (kind, call, at, task, owed, team, message, place)
        join call c on c.customer_id = owner and c.id = e.call
        where e.kind = 'closed' and e.owed is not null
        order by e.place
        on conflict do nothing
        returning id)
    insert into outbox (customer_id, id, kind, subject_id, created_at)
      select owner, e.message, 'LOST_CALL', e.call, e.at
      from jsonb_to_recordset(mine) e (kind text, call uuid, at timestamptz, task uuid, message uuid)
      join owed on owed.id = e.task
      where e.kind = 'closed' and e.message is not null;
  end loop;
  perform set_config('permanence.customer', '', true);

  insert into unrouted_call (id, at, reason)
    select e.call, e.at, e.reason
    from jsonb_to_recordset(entries) e (kind text, call uuid, at timestamptz, reason text)
    where e.kind = 'unrouted'
    on conflict do nothing;
end
$$;

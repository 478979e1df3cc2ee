-- Push while a call rings (C1). Chosen apart from notes, by the person: off until switched on. It stands with
-- the choice for ordinary pushes, whose quiet hours it shares.
alter table notification_preference add column incoming_calls boolean not null default false,
  add check (not incoming_calls or (channel = 'PUSH' and urgency = 'NORMAL'));

-- Decided in the transaction that writes the call (C2), once a call: the outbox row has the call's own id. A
-- caller who only hears a message (blocked, out of hours, overload) rings nowhere.
create function tell_of_ringing() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select from notification_preference p
      where p.customer_id = new.customer_id and p.incoming_calls) then
    insert into outbox (customer_id, id, kind, subject_id, created_at)
      values (new.customer_id, new.id, 'INCOMING_CALL', new.id, new.arrived_at)
      on conflict do nothing;
  end if;
  return null;
end
$$;
create trigger tell_of_ringing after insert on call
  for each row when (new.decision in ('desk', 'ladder') and new.ended_at is null)
  execute function tell_of_ringing();

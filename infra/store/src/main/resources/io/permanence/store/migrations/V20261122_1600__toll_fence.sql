-- The toll-fraud fence (A14): numbers proven by a code, and what a customer's calls through the trunk use up.

-- A code on its way to a forwarding number. Bound to the number's digits, not to its row: removing and
-- adding a number again does not begin its limits anew. The code is sealed, and gone once it is used up.
create table number_proof (
  customer_id uuid not null references customer on delete cascade,
  id uuid not null,
  forwarding_number_id uuid not null,
  number text not null check (number ~ '^\+[1-9][0-9]{4,14}$'),
  account_id uuid not null,
  channel text not null check (channel in ('SMS', 'CALL')),
  code_sealed bytea,
  sent_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > sent_at),
  attempts int not null default 0 check (attempts between 0 and 5),
  proven_at timestamptz,
  primary key (customer_id, id)
);
create index on number_proof (customer_id, sent_at);
create index number_proof_calls on number_proof (sent_at) where channel = 'CALL';
call protect('number_proof');
create trigger announce after insert on number_proof
  for each row execute function announce_change('id');

-- The spoken code's call; written by the router, one a proof.
create table number_proof_call (
  customer_id uuid not null references customer on delete cascade,
  proof_id uuid not null,
  begun_at timestamptz not null,
  outcome text check (outcome in ('ANSWERED', 'NOT_REACHED', 'REFUSED')),
  why text check (length(why) <= 40),
  primary key (customer_id, proof_id)
);
call protect('number_proof_call');

-- One row for each leg through the trunk, written by the router behind its memory's back. No number in it.
create table outgoing_leg (
  customer_id uuid not null references customer on delete cascade,
  id uuid not null,
  subject_id uuid not null,
  purpose text not null check (purpose in ('PUT_THROUGH', 'CONSULT', 'PROOF')),
  day date not null,
  rate text not null check (rate in ('FIXED', 'MOBILE', 'ABROAD')),
  reserved_seconds int not null check (reserved_seconds >= 0),
  started_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  changed_at timestamptz not null,
  primary key (customer_id, id)
);
create index on outgoing_leg (changed_at);
call protect('outgoing_leg');

-- What differs from the company's caps for one customer; null means the company's.
create table outgoing_cap (
  customer_id uuid primary key references customer on delete cascade,
  legs int check (legs between 0 and 100000),
  minutes int check (minutes between 0 and 100000),
  cents int check (cents between 0 and 100000000),
  updated_at timestamptz not null
);
call protect('outgoing_cap');

alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (kind in
  ('NOTE', 'INCOMING_CALL', 'VOICEMAIL', 'LOST_CALL', 'NUMBER_PROOF'));

alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in
  ('LOST', 'CALLBACK', 'VOICEMAIL', 'UNSAVED_NOTE', 'DROPPED', 'CAP_REACHED'));

-- Reading across customers ----------------------------------------------------------------------------

create policy across on number_proof for select to permanence_across using (true);
create policy across on number_proof_call for select to permanence_across using (true);
create policy across on outgoing_leg for select to permanence_across using (true);
create policy across on outgoing_cap for select to permanence_across using (true);
grant select on number_proof, number_proof_call, outgoing_leg, outgoing_cap to permanence_across;

grant create on schema public to permanence_across;
set role permanence_across;

-- Codes to be spoken that no node has begun to.
create function number_proof_calls_due(at timestamptz)
  returns table (customer_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.customer_id, p.id from number_proof p
  where p.channel = 'CALL' and p.code_sealed is not null and p.expires_at > at
    and not exists (select from number_proof_call c
      where c.customer_id = p.customer_id and c.proof_id = p.id)
  order by p.sent_at limit 100
$$;

create function outgoing_legs_since(changed timestamptz) returns setof outgoing_leg
  language sql stable security definer set search_path = public, pg_temp as $$
  select * from outgoing_leg l where l.changed_at >= changed
$$;

create function outgoing_caps() returns setof outgoing_cap
  language sql stable security definer set search_path = public, pg_temp as $$
  select * from outgoing_cap
$$;

revoke all on function number_proof_calls_due(timestamptz), outgoing_legs_since(timestamptz),
  outgoing_caps() from public;
grant execute on function number_proof_calls_due(timestamptz), outgoing_legs_since(timestamptz),
  outgoing_caps() to permanence_router;
reset role;
revoke create on schema public from permanence_across;

-- Who writes what --------------------------------------------------------------------------------------

grant select on number_proof_call, outgoing_leg, outgoing_cap
  to permanence_router, permanence_portal, permanence_sync, permanence_push;
grant select on number_proof to permanence_portal, permanence_router, permanence_push;
grant insert, update, delete on number_proof, outgoing_cap to permanence_portal;
grant insert, update on number_proof_call, outgoing_leg to permanence_router;

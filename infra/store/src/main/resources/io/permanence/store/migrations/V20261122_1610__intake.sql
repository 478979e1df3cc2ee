-- What a customer wants callers to be asked (B6): the whole script in one row, in order; checked before it is written.
create table intake_script (
  customer_id uuid primary key references customer on delete cascade,
  version int not null check (version > 0),
  questions jsonb not null check (jsonb_typeof(questions) = 'array' and jsonb_array_length(questions) <= 30),
  updated_at timestamptz not null
);
call protect('intake_script');
grant select on intake_script to permanence_router, permanence_portal, permanence_sync, permanence_push;
grant insert, update, delete on intake_script to permanence_portal;

-- The questions a note answers, in their order and as they read when it was sent: a script may change afterwards.
alter table note add column asked jsonb not null default '[]' check (jsonb_typeof(asked) = 'array');

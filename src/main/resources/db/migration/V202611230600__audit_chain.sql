-- The chain of the audit log: each link's hash covers the hash before it and every field of its entry, so no entry can be
-- changed, taken out, put in or moved without every later hash being wrong.

-- One field: its length in bytes, a colon, the value, a comma; a missing value is "-,". Two different rows can't read alike.
create function audit_field(value text) returns text language sql immutable as $$
    select coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value || ',', '-,')
$$;

-- What is hashed, as UTF-8: the previous hash in hex, then the fields. The moment is in microseconds since 1970, UTC.
create function audit_content(previous text, place bigint, e audit_entry) returns text language sql stable as $$
    select previous || audit_field(place::text) || audit_field(e.id::text)
        || audit_field((extract(epoch from e.at) * 1000000)::bigint::text)
        || audit_field(e.who) || audit_field(e.for_whom) || audit_field(e.action) || audit_field(e.subject)
        || audit_field(e.detail) || audit_field(e.rule_set)
$$;

create table audit_link (
    -- from 1, without gaps
    position bigint   not null,
    entry    bigint   not null,
    hash     char(64) not null,
    constraint pk_audit_link primary key (position),
    constraint uq_audit_link_entry unique (entry),
    constraint ck_audit_link_position check (position > 0)
);

-- Heads of the chain that were found right at some moment; they tell when the end is cut off or all is written anew.
create table audit_checkpoint (
    id       bigint generated always as identity,
    position bigint      not null,
    hash     char(64)    not null,
    at       timestamptz not null,
    by       varchar(64) not null,
    constraint pk_audit_checkpoint primary key (id)
);
create index ix_audit_checkpoint_position on audit_checkpoint (position);

create function append_audit_link(e audit_entry) returns void language plpgsql as $$
declare
    before audit_link;
begin
    select * into before from audit_link order by position desc limit 1;
    insert into audit_link (position, entry, hash)
    values (coalesce(before.position, 0) + 1, e.id,
            encode(sha256(convert_to(audit_content(
                coalesce(before.hash, repeat('0', 64)), coalesce(before.position, 0) + 1, e), 'UTF8')), 'hex'));
end
$$;

-- Links are made when a transaction commits, one transaction after the other. That late nothing else is left to be locked,
-- so the turn can't be part of a deadlock, however many rows a feature has locked before. A transaction that repeats its
-- reads would see an old end of the chain; the primary key refuses it.
create function chain_audit_entry() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(7233178373800394757);
    perform append_audit_link(new);
    return null;
end
$$;

do $$
declare
    e audit_entry;
begin
    for e in select * from audit_entry order by id loop
        perform append_audit_link(e);
    end loop;
end
$$;

create constraint trigger tr_audit_entry_chained after insert on audit_entry
    deferrable initially deferred for each row execute function chain_audit_entry();

create trigger tr_audit_link_append_only before update or delete on audit_link
    for each row execute function refuse_change();
create trigger tr_audit_link_no_truncate before truncate on audit_link
    for each statement execute function refuse_change();
create trigger tr_audit_checkpoint_append_only before update or delete on audit_checkpoint
    for each row execute function refuse_change();
create trigger tr_audit_checkpoint_no_truncate before truncate on audit_checkpoint
    for each statement execute function refuse_change();

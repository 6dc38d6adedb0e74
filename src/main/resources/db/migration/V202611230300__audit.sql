create table audit_entry (
    id       bigint generated always as identity,
    at       timestamptz   not null,
    who      varchar(64)   not null,
    for_whom varchar(64),
    action   varchar(64)   not null,
    subject  varchar(120)  not null,
    detail   varchar(4000) not null,
    rule_set varchar(64),
    constraint pk_audit_entry primary key (id)
);

create index ix_audit_entry_subject on audit_entry (subject, id);

-- Insert only, for whoever is connected: tables that hold history share this one refusal.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create trigger tr_audit_entry_append_only
    before update or delete on audit_entry
    for each row execute function refuse_change();

create trigger tr_audit_entry_no_truncate
    before truncate on audit_entry
    for each statement execute function refuse_change();

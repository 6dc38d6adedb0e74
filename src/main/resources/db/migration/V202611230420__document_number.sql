-- Bodies that issue documents under a number of their own; the codes are data. Codes as cited in the domain study §2.10.
create table issuing_body (
    code      varchar(8)   not null,
    name      varchar(100) not null,
    -- kind of unit it belongs to
    unit_kind varchar(16)  not null,
    position  integer      not null,
    constraint pk_issuing_body primary key (code)
);

insert into issuing_body values
    ('ĐU', 'Đảng ủy', 'WARD', 10),
    ('ĐH', 'Đại hội', 'WARD', 20),
    ('CB', 'Chi bộ', 'CELL', 30);

-- How far each series has come. A term has a series of its own: numbers run through a whole term, not through a year.
create table number_series (
    unit        varchar(64) not null,
    body        varchar(8)  not null,
    number_code varchar(8)  not null,
    term        varchar(16) not null,
    last        integer     not null,
    constraint pk_number_series primary key (unit, body, number_code, term),
    constraint fk_number_series_body foreign key (body) references issuing_body (code),
    constraint ck_number_series_last check (last > 0)
);

create table document_number (
    version_id  varchar(36)  not null,
    document    varchar(36)  not null,
    unit        varchar(64)  not null,
    body        varchar(8)   not null,
    number_code varchar(8)   not null,
    term        varchar(16)  not null,
    number      integer      not null,
    place       varchar(100) not null,
    dated       date         not null,
    issued_by   varchar(64)  not null,
    issued_at   timestamptz  not null,
    constraint pk_document_number primary key (version_id),
    constraint fk_document_number_version_id foreign key (version_id) references document_version (id),
    constraint fk_document_number_document foreign key (document) references document (id),
    constraint fk_document_number_series foreign key (unit, body, number_code, term)
        references number_series (unit, body, number_code, term),
    constraint uq_document_number_number unique (unit, body, number_code, term, number)
);

create index ix_document_number_unit on document_number (unit, issued_at);

-- A series only ever goes on by one, and its numbers are given in that very step.
create function refuse_jump_of_number_series() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
        or new.last <> (case when tg_op = 'INSERT' then 0 else old.last end) + 1
        or tg_op = 'UPDATE'
            and (new.unit, new.body, new.number_code, new.term) <> (old.unit, old.body, old.number_code, old.term)
    then
        raise exception '% of a series of numbers is refused: it only goes on by one', tg_op;
    end if;
    return new;
end
$$;

create trigger tr_number_series_steps
    before insert or update or delete on number_series
    for each row execute function refuse_jump_of_number_series();

create function refuse_number_out_of_turn() returns trigger language plpgsql as $$
begin
    if new.number is distinct from (select s.last from number_series s
        where (s.unit, s.body, s.number_code, s.term) = (new.unit, new.body, new.number_code, new.term))
    then
        raise exception 'Number % is refused: it is not the one its series has come to', new.number;
    end if;
    return new;
end
$$;

create trigger tr_document_number_in_turn
    before insert on document_number
    for each row execute function refuse_number_out_of_turn();

create trigger tr_document_number_final
    before update or delete on document_number
    for each row execute function refuse_change();

create trigger tr_document_number_no_truncate
    before truncate on document_number
    for each statement execute function refuse_change();

create trigger tr_number_series_no_truncate
    before truncate on number_series
    for each statement execute function refuse_change();

-- The targets of a version; they freeze with it.
create table indicator (
    version_id  varchar(36)  not null,
    code        varchar(20)  not null,
    position    integer      not null,
    name        varchar(300) not null,
    unit        varchar(40)  not null,
    kind        varchar(16)  not null,
    -- what was reached before: a number, or a word such as "đạt"; neither when unknown
    base        numeric,
    base_word   varchar(100) not null,
    base_year   integer,
    -- what is to be reached: one number, two for a range, or a word
    target      numeric,
    high        numeric,
    -- the 2 of "2/2 trường"
    out_of      numeric,
    target_word varchar(100) not null,
    -- null for every year
    year        integer,
    owner       varchar(200) not null,
    basis       varchar(300) not null,
    clause_id   bigint,
    constraint pk_indicator primary key (version_id, code),
    constraint fk_indicator_version_id foreign key (version_id) references document_version (id) on delete cascade,
    constraint ck_indicator_kind check
        (kind in ('AT_LEAST', 'MORE_THAN', 'AT_MOST', 'LESS_THAN', 'RANGE', 'ABSOLUTE', 'INCREASE_BY')),
    constraint ck_indicator_target check ((target is null) = (target_word <> '')),
    constraint ck_indicator_word check (target is not null or kind = 'ABSOLUTE'),
    constraint ck_indicator_base check (base is null or base_word = ''),
    constraint ck_indicator_range check ((kind = 'RANGE') = (high is not null) and (high is null or target < high)),
    constraint ck_indicator_out_of check (out_of is null or target <= out_of and (base is null or base <= out_of)),
    constraint ck_indicator_increase check (kind <> 'INCREASE_BY' or target > 0),
    constraint ck_indicator_years check
        (base_year between 1900 and 2200 and year between 1900 and 2200 or base_year is null or year is null),
    constraint ck_indicator_order check (base_year < year)
);

-- Waits for one who is publishing the version this very moment, and then sees that it is published.
create function refuse_change_of_frozen_indicator() returns trigger language plpgsql as $$
declare
    versions varchar(36)[] := case tg_op
        when 'INSERT' then array[new.version_id]
        when 'DELETE' then array[old.version_id]
        else array[old.version_id, new.version_id] end;
    frozen boolean;
begin
    select bool_or(v.number is not null) into frozen
        from (select number from document_version where id = any (versions) for share) v;
    if frozen then
        raise exception '% of the indicators of a published version is refused: it never changes', tg_op;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger tr_indicator_frozen
    before insert or update or delete on indicator
    for each row execute function refuse_change_of_frozen_indicator();

create trigger tr_indicator_no_truncate
    before truncate on indicator
    for each statement execute function refuse_change();

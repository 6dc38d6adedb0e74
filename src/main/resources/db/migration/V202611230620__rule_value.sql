-- What the owner of a rule set filled in where its decision table is silent. Nothing is ever changed: the highest number
-- of a parameter counts, and one without a value takes the former back.
create table rule_value (
    rule_set  varchar(64)   not null,
    parameter varchar(40)   not null,
    -- from 1 within its rule set and parameter
    number    integer       not null,
    value     integer,
    basis     varchar(1000) not null,
    filled_by varchar(64)   not null,
    filled_at timestamptz   not null,
    constraint pk_rule_value primary key (rule_set, parameter, number),
    constraint ck_rule_value_number check (number > 0),
    constraint ck_rule_value_value check (value >= 0),
    constraint ck_rule_value_basis check (basis ~ '\S')
);

create trigger tr_rule_value_append_only
    before update or delete on rule_value
    for each row execute function refuse_change();

create trigger tr_rule_value_no_truncate
    before truncate on rule_value
    for each statement execute function refuse_change();

-- Logins shared by all nodes: the tables Spring Session reads and writes, under our naming. Column names and types are
-- its contract (it binds them by name, times are milliseconds since 1970); nothing else in the system touches them.
create table http_session (
    primary_id            char(36)     not null,
    session_id            char(36)     not null,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval integer      not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100),
    constraint pk_http_session primary key (primary_id),
    constraint uq_http_session_session_id unique (session_id)
);

-- the clean-up deletes by expiry, signing a person out everywhere looks by name
create index ix_http_session_expiry_time on http_session (expiry_time);
create index ix_http_session_principal_name on http_session (principal_name);

create table http_session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint pk_http_session_attributes primary key (session_primary_id, attribute_name),
    constraint fk_http_session_attributes_session
        foreign key (session_primary_id) references http_session (primary_id) on delete cascade
);

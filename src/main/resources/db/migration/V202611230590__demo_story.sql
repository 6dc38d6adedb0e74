-- Whether the demo's story was told to its end: what people do with its ward from then on is theirs. Empty outside the demo.
create table demo_story (
    ward    varchar(64) not null,
    told_at timestamptz not null,
    constraint pk_demo_story primary key (ward)
);

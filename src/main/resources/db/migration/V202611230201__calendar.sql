-- The calendar of days off and of swapped days. What is fixed by law to a date (1/1, 30/4, 1/5, 2/9) is known to the
-- program for every year; it stands here too so that the list of a year can be read as a whole.
create table calendar_year (
    year       integer     not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    constraint pk_calendar_year primary key (year),
    constraint ck_calendar_year check (year between 2000 and 2100)
);
comment on table calendar_year is 'years whose calendar has been entered as a whole';

create table non_working_day (
    day        date        not null,
    name       text        not null,
    source     text        not null,
    confirmed  boolean     not null,
    version    integer     not null default 0,
    changed_by text        not null,
    changed_at timestamptz not null,
    constraint pk_non_working_day primary key (day),
    constraint ck_non_working_day_name check (length(btrim(name)) between 1 and 200),
    constraint ck_non_working_day_source check (length(btrim(source)) between 1 and 300)
);

-- A working day given free, and the day at the weekend worked in its place.
create table working_day_swap (
    day_off    date        not null,
    day_worked date        not null,
    name       text        not null,
    source     text        not null,
    confirmed  boolean     not null,
    version    integer     not null default 0,
    changed_by text        not null,
    changed_at timestamptz not null,
    constraint pk_working_day_swap primary key (day_off),
    constraint uq_working_day_swap_worked unique (day_worked),
    constraint ck_working_day_swap_off check (extract(isodow from day_off) < 6),
    constraint ck_working_day_swap_worked check (extract(isodow from day_worked) > 5),
    constraint ck_working_day_swap_name check (length(btrim(name)) between 1 and 200),
    constraint ck_working_day_swap_source check (length(btrim(source)) between 1 and 300)
);

insert into calendar_year (year, changed_by, changed_at)
select y, 'system', now() from generate_series(2025, 2027) y;

insert into non_working_day (day, name, source, confirmed, changed_by, changed_at)
select make_date(y, m, d), n, 'Bộ luật Lao động 2019, Điều 112', true, 'system', now()
from generate_series(2025, 2027) y,
     (values (1, 1, 'Tết Dương lịch'),
             (4, 30, 'Ngày Chiến thắng'),
             (5, 1, 'Ngày Quốc tế lao động'),
             (9, 2, 'Quốc khánh')) fixed (m, d, n);

insert into non_working_day (day, name, source, confirmed, changed_by, changed_at)
select d::date, 'Tết Nguyên đán Ất Tỵ', 'Thông báo lịch nghỉ Tết 2025 (25/1–2/2/2025)', true, 'system', now()
from generate_series(date '2025-01-25', date '2025-02-02', interval '1 day') d;

insert into non_working_day (day, name, source, confirmed, changed_by, changed_at)
values
    ('2025-04-07', 'Giỗ Tổ Hùng Vương', 'Mùng 10 tháng 3 âm lịch', true, 'system', now()),
    ('2025-09-01', 'Quốc khánh (ngày liền kề)', 'Thông báo nghỉ Quốc khánh 2025 (30/8–2/9/2025)', true, 'system', now()),
    ('2026-02-16', 'Tết Nguyên đán Bính Ngọ (29 tháng Chạp)', 'Thông báo lịch nghỉ Tết 2026 (16–20/2/2026)', true, 'system', now()),
    ('2026-02-17', 'Tết Nguyên đán Bính Ngọ (mùng 1)', 'Thông báo lịch nghỉ Tết 2026 (16–20/2/2026)', true, 'system', now()),
    ('2026-02-18', 'Tết Nguyên đán Bính Ngọ (mùng 2)', 'Thông báo lịch nghỉ Tết 2026 (16–20/2/2026)', true, 'system', now()),
    ('2026-02-19', 'Tết Nguyên đán Bính Ngọ (mùng 3)', 'Thông báo lịch nghỉ Tết 2026 (16–20/2/2026)', true, 'system', now()),
    ('2026-02-20', 'Tết Nguyên đán Bính Ngọ (mùng 4)', 'Thông báo lịch nghỉ Tết 2026 (16–20/2/2026)', true, 'system', now()),
    ('2026-04-26', 'Giỗ Tổ Hùng Vương', 'Mùng 10 tháng 3 âm lịch', true, 'system', now()),
    ('2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 111 khoản 3 (26/4 là Chủ nhật): cần xác nhận', false, 'system', now()),
    ('2026-09-01', 'Quốc khánh (ngày liền kề)', 'Bộ luật Lao động 2019, Điều 112; chọn ngày: cần xác nhận', false, 'system', now()),
    ('2026-11-24', 'Ngày Văn hóa Việt Nam', 'Nghị quyết 80-NQ/TW năm 2026; quy định của luật: cần xác nhận', false, 'system', now()),
    -- Tết 2027: the eve and the first three days are in every plan of five days, the fifth is a choice
    ('2027-02-05', 'Tết Nguyên đán Đinh Mùi (ngày cuối tháng Chạp)', 'Âm lịch: mùng 1 là 6/2/2027', true, 'system', now()),
    ('2027-02-06', 'Tết Nguyên đán Đinh Mùi (mùng 1)', 'Âm lịch: mùng 1 là 6/2/2027', true, 'system', now()),
    ('2027-02-07', 'Tết Nguyên đán Đinh Mùi (mùng 2)', 'Âm lịch: mùng 1 là 6/2/2027', true, 'system', now()),
    ('2027-02-08', 'Tết Nguyên đán Đinh Mùi (mùng 3)', 'Âm lịch: mùng 1 là 6/2/2027', true, 'system', now()),
    ('2027-02-09', 'Tết Nguyên đán Đinh Mùi (mùng 4)', 'Ngày thứ năm theo phương án nghỉ: cần xác nhận', false, 'system', now()),
    ('2027-02-10', 'Nghỉ bù Tết Nguyên đán Đinh Mùi', 'Điều 111 khoản 3 (6/2 là thứ Bảy): cần xác nhận', false, 'system', now()),
    ('2027-02-11', 'Nghỉ bù Tết Nguyên đán Đinh Mùi', 'Điều 111 khoản 3 (7/2 là Chủ nhật): cần xác nhận', false, 'system', now()),
    ('2027-04-16', 'Giỗ Tổ Hùng Vương', 'Mùng 10 tháng 3 âm lịch', true, 'system', now()),
    ('2027-05-03', 'Nghỉ bù Ngày Quốc tế lao động', 'Điều 111 khoản 3 (1/5 là thứ Bảy): cần xác nhận', false, 'system', now()),
    ('2027-09-03', 'Quốc khánh (ngày liền kề)', 'Bộ luật Lao động 2019, Điều 112; chọn ngày: cần xác nhận', false, 'system', now()),
    ('2027-11-24', 'Ngày Văn hóa Việt Nam', 'Nghị quyết 80-NQ/TW năm 2026; quy định của luật: cần xác nhận', false, 'system', now());

insert into working_day_swap (day_off, day_worked, name, source, confirmed, changed_by, changed_at)
values
    ('2025-05-02', '2025-04-26', 'Hoán đổi dịp 30/4–1/5/2025', 'Thông báo lịch nghỉ lễ năm 2025', true, 'system', now()),
    ('2026-01-02', '2026-01-10', 'Hoán đổi dịp Tết Dương lịch 2026', 'Phương án hoán đổi ngày làm việc: cần xác nhận', false, 'system', now()),
    ('2026-08-31', '2026-08-22', 'Hoán đổi dịp Quốc khánh 2026', 'Phương án hoán đổi ngày làm việc: cần xác nhận', false, 'system', now());
